/**
 * What is refused before anything that serves is touched, and what each group runs: a pure judgement. Depends on
 * {@code io.teal.release}, {@code plan} and {@code seen}.
 */
package io.teal.release.preflight;
