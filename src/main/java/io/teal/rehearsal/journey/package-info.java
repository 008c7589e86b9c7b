/** The legs of a rehearsal, made from the templates of its releases. Depends on the model package. */
package io.teal.rehearsal.journey;
