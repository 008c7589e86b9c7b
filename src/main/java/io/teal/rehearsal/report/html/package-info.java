/** A report as one page of HTML that needs nothing else: no script, no other file. Depends on the report package. */
package io.teal.rehearsal.report.html;
