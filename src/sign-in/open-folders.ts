// The folders of a release that a role may read, each as one prefix: what a signed cookie can say.
import { type Viewer, zonesOf } from '../portal/access.ts';
import { zoneFolder } from '../portal/zones.ts';

/** Stands for every school that is not the viewer's own; no key of a school looks like it. */
const ANOTHER = '\u0000another';

/** Ends with slashes. Who may read any school gets all of them as one folder: cookies are few and short. */
export function openFolders(viewer: Viewer): string[] {
  const own = viewer.school === null ? [] : [viewer.school];
  const zones = zonesOf(viewer, [...own, ANOTHER]);
  const readsAll = zones.some((z) => z.kind === 'school' && z.school === ANOTHER);
  const folders = zones.flatMap((zone) => {
    if (zone.kind === 'school' && readsAll) return ['schools/'];
    // Names are opened school by school alone.
    if ('school' in zone && zone.school === ANOTHER) return [];
    return [zoneFolder(zone)];
  });
  return [...new Set(folders)];
}
