/** What a rehearsal showed, as values, as text in 80 columns and as JSON. */
package io.teal.rehearsal.report;
