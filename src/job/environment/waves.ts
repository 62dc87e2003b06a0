import { noSecrets } from '../../engine/secrets';
import { whoRequest } from '../../google/proofs';
import { ownAccount } from '../../tabs/identity';
import { ports } from '../ports';
import { fateOf, type Fate } from '../reach/carrier';

/** How many requests the platform takes at once: Google documents no number. */

/** So many are tried, one after another. */
const widths = [5, 10, 20, 40] as const;

/** Asks so often at once who is signed in, which each check asks as well. */
export function sendWave(count: number): Fate {
  const request = whoRequest(ownAccount, ports().signedIn());
  return fateOf(
    ports()
      .ways.parallel(noSecrets)
      .sendAll(Array.from({ length: count }, () => request)),
  );
}

/** What was found out of waves, in words and as the width to use; no width where nothing is proved. */
export interface WavesFound {
  readonly says: string;
  readonly width?: number;
}

/** The widest wave that is taken. One that is lost is sent once more: a connection may fail once. */
export function widestWave(): WavesFound {
  let taken = 1;
  for (const width of widths) {
    const first = sendWave(width);
    const fate = first === 'lost' ? sendWave(width) : first;
    if (fate === 'forbidden') return { says: 'not measured: this script may not fetch' };
    if (fate === 'rest') return { says: `${taken} taken; not measured beyond: Google asked for a rest` };
    if (fate === 'lost') return { says: `${taken} taken, ${width} not`, width: taken };
    taken = width;
  }
  return { says: `${taken} taken, more not tried`, width: taken };
}
