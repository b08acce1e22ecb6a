// Sets a page model as a tagged PDF (PDF/UA-1) with Typst; the page stays on one sheet by setting it tighter.
import { NodeCompiler, type NodeTypstDocument, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { PAPER_FONT } from '../charts/theme.ts';
import { definitionsRoot, definitionText } from '../definitions/definitions.ts';
import type { PageModel } from '../pages/page-model.ts';
import { densitiesOf, paperModel, type Sheet } from './paper-model.ts';
import { TypesettingError } from './typesetting-error.ts';

/** All three are part of the compiler, with licences that let documents carry them (OFL, GUST, Bitstream Vera). */
export const FONTS = [PAPER_FONT, 'New Computer Modern', 'DejaVu Sans Mono'] as const;

export interface SetPage {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

let compiler: NodeCompiler | undefined;

/**
 * @param printed ISO date; it is the document's date too, so that the same page has the same bytes
 * @throws TypesettingError
 */
export function typeset(model: PageModel, sheet: Sheet, printed: string): SetPage {
  compiler ??= NodeCompiler.create();
  let best: NodeTypstDocument | undefined;
  for (const density of densitiesOf(model.kind)) {
    best = compiled(compiler, { ...paperModel(model, sheet, density, printed), fonts: FONTS });
    if (best.numOfPages === 1) break;
  }
  if (best === undefined) throw new TypesettingError('nothing was set', model.kind);
  try {
    return { pdf: compiler.pdf(best, { pdfStandard: PdfStandard.UA_1 }), pages: best.numOfPages };
  } catch (cause) {
    throw new TypesettingError(cause instanceof Error ? cause.message : 'unknown', model.kind);
  } finally {
    compiler.evictCache(10);
  }
}

function compiled(with_: NodeCompiler, data: object): NodeTypstDocument {
  const result = with_.compile({
    mainFileContent: definitionText(definitionsRoot(), 'layout', 'page.typ'),
    inputs: { model: JSON.stringify(data) },
  });
  const document = result.result;
  if (document !== null) return document;
  const error = result.takeError();
  const said = error === null ? 'unknown' : JSON.stringify(error.shortDiagnostics);
  throw new TypesettingError(said, 'layout/page.typ');
}
