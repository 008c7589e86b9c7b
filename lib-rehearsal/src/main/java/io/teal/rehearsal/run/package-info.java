/** One rehearsal from its journey to its report: it uses all other packages. */
package io.teal.rehearsal.run;
