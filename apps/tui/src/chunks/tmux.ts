export { passedThrough, tmuxPassesImages } from '../terminal/tmux.ts';
