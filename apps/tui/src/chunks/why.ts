export { traceJson, type Why, writeTrace } from '../why/write-trace.ts';
