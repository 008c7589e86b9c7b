/** What a run remembers between ticks, and how that is written. */
package io.teal.release.journal;
