/** The legs of a rehearsal, made from the templates that an app writes for its releases, or from given templates. */
package io.teal.rehearsal.journey;
