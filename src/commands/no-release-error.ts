// There is nothing to read yet, or not under that name.
import { HomeroomError } from '../errors/homeroom-error.ts';

export class NoReleaseError extends HomeroomError {
  constructor(district: string, release: string | undefined) {
    super(
      'NO_RELEASE',
      release === undefined ? 'Nothing has been released yet.' : 'There is no such release.',
      {
        where: `district ${district}${release === undefined ? '' : `, release ${release}`}`,
        mend:
          release === undefined
            ? `npx homeroom run --district ${district}`
            : `npx homeroom status --district ${district} lists the releases.`,
      },
    );
  }
}
