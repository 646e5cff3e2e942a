import { spawnSync } from 'node:child_process';
import { LEDE, median, TimedProgram } from './pty.ts';

/** Another program that shows a text, as far as it is installed, beside the reader. */
interface Peer {
  name: string;
  file: string;
  /** What its first frame holds, whole. */
  firstFrame: RegExp;
  /** What ends a frame; where frames have no mark, the first output counts, which flatters. */
  frameEnd?: RegExp;
}

export interface PeerFigures {
  name: string;
  firstFrameMs: number;
  keyMs: number;
  peakMb: number;
}

const QUIET_MS = 300;

/** The reader, less and w3m with the same text: they take turns key by key, so that what else runs slows all alike. */
export async function measurePeers(
  article: string,
  size: { columns: number; rows: number },
  { starts, keys }: { starts: number; keys: number },
): Promise<PeerFigures[]> {
  const peers: Peer[] = [{ name: 'lede', file: LEDE, firstFrame: /\d+%.*\u001B\[H/s }];
  for (const file of ['less', 'w3m']) {
    if (spawnSync('which', [file]).status === 0)
      peers.push({ name: file, file, firstFrame: /article/, frameEnd: /./s });
  }
  const firstFrames = peers.map((): number[] => []);
  for (let i = 0; i < starts; i++) {
    for (const [index, { file, firstFrame }] of peers.entries()) {
      const program = new TimedProgram(file, [article], size);
      firstFrames[index]?.push(await program.firstOutput(firstFrame));
      program.close();
    }
  }
  const programs: TimedProgram[] = [];
  for (const { file, firstFrame } of peers) {
    const program = new TimedProgram(file, [article], size);
    programs.push(program);
    await program.firstOutput(firstFrame);
    await program.quiet(QUIET_MS);
  }
  const keyTimes = peers.map((): number[] => []);
  for (let i = 0; i < keys; i++) {
    for (const [index, program] of programs.entries()) {
      keyTimes[index]?.push((await program.press(i % 4 < 2 ? 'j' : 'k', peers[index]?.frameEnd)).ms);
    }
  }
  return peers.map(({ name }, index) => {
    const program = programs[index] as TimedProgram; // one for each
    const peakMb = program.peakMemory();
    program.close();
    return { name, firstFrameMs: median(firstFrames[index] ?? []), keyMs: median(keyTimes[index] ?? []), peakMb };
  });
}
