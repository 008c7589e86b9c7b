/** One rehearsal from its journey to its report: where all other packages meet. */
package io.teal.rehearsal.run;
