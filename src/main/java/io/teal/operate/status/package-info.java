/** {@code teal status}: the live state, the template's, and what is in progress. */
package io.teal.operate.status;
