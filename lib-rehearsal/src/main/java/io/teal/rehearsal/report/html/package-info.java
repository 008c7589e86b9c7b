/** A report as one page of HTML that needs nothing else: no script, no other file. */
package io.teal.rehearsal.report.html;
