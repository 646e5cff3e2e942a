/** Numbers from 0 to 1 that look random, always the same for one seed (Numerical Recipes' linear congruence). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
