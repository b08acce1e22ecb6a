// The text of a definition inside a synthesized CloudFormation template, with placeholders for what is known later.
import { z } from 'zod';

const PART = z.union([
  z.string(),
  z.strictObject({ Ref: z.string() }),
  z.strictObject({ 'Fn::GetAtt': z.union([z.string(), z.tuple([z.string(), z.string()])]) }),
  z.strictObject({ 'Fn::Sub': z.string() }),
]);

const DEFINITION = z.union([PART, z.strictObject({ 'Fn::Join': z.tuple([z.string(), z.array(PART)]) })]);

/**
 * Reads a state machine's `DefinitionString`: a string, or the Fn::Join, Ref, Fn::GetAtt and Fn::Sub that the CDK
 * writes. What CloudFormation would fill in becomes a placeholder in the notation of Fn::Sub, such as
 * `${Function1234.Arn}` or `${AWS::Partition}`, for expandSubstitutions. Throws ZodError for other functions.
 */
export function definitionTextOf(definitionString: unknown): string {
  const parsed = DEFINITION.parse(definitionString);
  if (typeof parsed === 'string' || !('Fn::Join' in parsed)) return partText(parsed);
  const [separator, parts] = parsed['Fn::Join'];
  return parts.map(partText).join(separator);
}

function partText(part: z.infer<typeof PART>): string {
  if (typeof part === 'string') return part;
  if ('Fn::Sub' in part) return part['Fn::Sub'];
  const name = 'Ref' in part ? part.Ref : [part['Fn::GetAtt']].flat().join('.');
  return `\${${name}}`;
}
