/** What a run remembers between ticks, and how that is written. Depends on {@code io.teal.release.observation}. */
package io.teal.release.journal;
