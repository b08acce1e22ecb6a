// The portal as readers meet it: one distribution before private buckets and the API; each page opens by a signed cookie.
import { Annotations, Duration, Fn } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import { Construct } from 'constructs';
import type { District } from '../district.ts';
import type { Naming } from '../naming.ts';
import { acknowledge } from '../security/acknowledge.ts';
import type { DistrictKeys } from '../storage/keys.ts';
import type { PortalBuckets } from './portal-buckets.ts';

/** The style sheet that stands in first pages is allowed by its hash: see src/portal/server/answer.ts. */
export interface PortalSiteProps {
  readonly district: District;
  readonly naming: Naming;
  readonly keys: DistrictKeys;
  readonly buckets: PortalBuckets;
  readonly signers: cloudfront.IKeyGroup;
  /** `https://<id>.execute-api.<region>.amazonaws.com` */
  readonly api: string;
  readonly contentPolicy: string;
}

/** The session stands in a cookie that no script can read; the API's authorizer wants a header. */
const BEARER = `function handler(event) {
  var request = event.request;
  delete request.headers.authorization;
  var session = request.cookies.homeroom_session;
  if (session) request.headers.authorization = { value: 'Bearer ' + session.value };
  return request;
}`;

export class PortalSite extends Construct {
  /** Address without a slash at its end. */
  readonly address: string;
  readonly distribution: cloudfront.Distribution;

  constructor(scope: Construct, id: string, props: PortalSiteProps) {
    super(scope, id);
    const { district, naming, keys, buckets, signers } = props;
    const { portal, site } = district.reports;
    const host = portal === undefined ? undefined : new URL(portal).host;
    const own =
      site.certificate === undefined || host === undefined
        ? undefined
        : { host, certificate: site.certificate };
    const pages = origins.S3BucketOrigin.withOriginAccessControl(buckets.pages, { originPath: '/portal' });
    const named = origins.S3BucketOrigin.withOriginAccessControl(buckets.named, { originPath: '/portal' });
    const api = new origins.HttpOrigin(Fn.select(2, Fn.split('/', props.api)), {
      protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
    });
    const common = {
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
    } as const;
    const headers = (name: string, cache: string) => this.headers(naming, props.contentPolicy, name, cache);
    const kept = headers('pages', 'private, no-cache');
    const unkept = headers('named', 'private, no-store');
    const asked = {
      ...common,
      origin: api,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: unkept,
    } as const;
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: naming.name('portal'),
      defaultBehavior: {
        ...common,
        origin: pages,
        trustedKeyGroups: [signers],
        cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: kept,
      },
      additionalBehaviors: {
        '/assets/*': {
          ...common,
          origin: pages,
          cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
          responseHeadersPolicy: headers('assets', 'public, max-age=31536000, immutable'),
        },
        '/api/*': {
          ...asked,
          functionAssociations: [
            {
              eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
              function: new cloudfront.Function(this, 'Bearer', {
                functionName: naming.name('bearer'),
                comment: 'Hands the session to the authorizer of the API',
                code: cloudfront.FunctionCode.fromInline(BEARER),
                runtime: cloudfront.FunctionRuntime.JS_2_0,
              }),
            },
          ],
        },
        '/sign-in*': asked,
        '/unsubscribe': asked,
        // Names are kept nowhere on their way.
        '/*/named/*': {
          ...common,
          origin: named,
          trustedKeyGroups: [signers],
          cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
          responseHeadersPolicy: unkept,
        },
      },
      // Without a cookie, with another's cookie, or for a page that isn't there: the same answer.
      errorResponses: [
        {
          httpStatus: 403,
          responseHttpStatus: 403,
          responsePagePath: '/sign-in/closed',
          ttl: Duration.seconds(0),
        },
        {
          httpStatus: 404,
          responseHttpStatus: 403,
          responsePagePath: '/sign-in/closed',
          ttl: Duration.seconds(0),
        },
      ],
      logBucket: buckets.visits,
      logFilePrefix: 'portal/',
      logIncludesCookies: false,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      priceClass: cloudfront.PriceClass.PRICE_CLASS_100,
      ...(own && {
        certificate: acm.Certificate.fromCertificateArn(this, 'Certificate', own.certificate),
        domainNames: [own.host],
        minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      ...(site.webAcl !== undefined && { webAclId: site.webAcl }),
    });
    this.address = own ? `https://${own.host}` : `https://${this.distribution.distributionDomainName}`;
    Annotations.of(keys).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:wildcardKeyPolicyForOac',
      'The keys stand in a stack that is older than the distribution; the buckets name the one distribution.',
    );
    this.acknowledgeFindings(own !== undefined, site.webAcl !== undefined);
  }

  private headers(naming: Naming, contentSecurityPolicy: string, name: string, cache: string) {
    return new cloudfront.ResponseHeadersPolicy(this, `Headers-${name}`, {
      responseHeadersPolicyName: naming.name(`portal-${name}`),
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override: true },
        referrerPolicy: {
          referrerPolicy: cloudfront.HeadersReferrerPolicy.SAME_ORIGIN,
          override: true,
        },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(730),
          includeSubdomains: true,
          override: true,
        },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'cache-control', value: cache, override: true },
          { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
          { header: 'cross-origin-resource-policy', value: 'same-origin', override: true },
          {
            header: 'permissions-policy',
            value: 'camera=(), geolocation=(), microphone=(), payment=()',
            override: true,
          },
          { header: 'x-robots-tag', value: 'noindex, nofollow', override: true },
        ],
      },
    });
  }

  private acknowledgeFindings(ownName: boolean, hasWebAcl: boolean): void {
    acknowledge(
      this.distribution,
      'AwsSolutions-CFR1',
      'Staff read from wherever they are; who they are decides, not where.',
    );
    if (!hasWebAcl) {
      acknowledge(
        this.distribution,
        'AwsSolutions-CFR2',
        'Pages are files behind signed cookies; reports.site.webAcl names an access list where the district keeps one.',
      );
    }
    if (!ownName) {
      acknowledge(
        this.distribution,
        'AwsSolutions-CFR4',
        "Until the district names a certificate CloudFront's own name and its certificate are used.",
      );
    }
  }
}
