/** What a rehearsal showed, as values, as text in 80 columns and as JSON. Depends on the ledger package and Jackson. */
package io.teal.rehearsal.report;
