/** Child processes, none of which outlives the command. */
package io.teal.rehearsal.process;
