// The page of a district or a school: the sheet's own zones in the portal's frame, and the way further down.
import type { FactsDocument } from '../../facts/facts-document.ts';
import { footnotes } from '../../pages/footnotes.ts';
import { type Html, html } from '../../pages/html.ts';
import { receipts, zone } from '../../pages/render-html.ts';
import { schoolPage } from '../../pages/school-page.ts';
import { paperLinks } from '../papers.ts';
import { receiptsAt } from '../receipts-foot.ts';
import type { Build } from '../site-input.ts';

export interface PlaceBody {
  readonly headline: string;
  readonly body: Html;
  readonly foot: Html;
}

export function placeBody(build: Build, document: FactsDocument): PlaceBody {
  const model = schoolPage(document, {
    words: build.words,
    narrative: build.narrate(document),
    printed: build.basis.runDate,
    contacts: build.district.reports.contacts,
    receiptsAt: receiptsAt(build),
    others: [],
    limits: { chronicAbsence: Math.round(1000 * build.limits.chronic) / 10 },
  });
  const notes = footnotes(model.receipts);
  // The rooms to write by hand are for paper.
  const zones = model.zones.filter((z) => z.id !== 'next').map((z) => zone(z, notes));
  const papers = build.papers.filter(
    (p) => p.kind === document.subject.kind && p.key === document.subject.key,
  );
  const links = paperLinks(build.words, build.basis.release, papers);
  return { headline: model.headline, body: html`${zones}${links}`, foot: receipts(model, notes) };
}
