/** What a run is to do: its steps, their times, and whether they fit. */
package io.teal.release.plan;
