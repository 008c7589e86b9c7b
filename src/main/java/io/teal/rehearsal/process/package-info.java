/** Processes none of which outlives the command. Depends on {@code java..} only. */
package io.teal.rehearsal.process;
