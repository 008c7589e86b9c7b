/** Runs in progress: where one is, and what a person tells it ({@code teal promote}, {@code teal abort}). */
package io.teal.operate.run;
