/** What a run is to do: its steps, their times, and whether they fit. Depends on {@code steps}. */
package io.teal.release.plan;
