/** A stack as if its template were deployed and had come to rest, for what is asked without an account. */
package io.teal.operate.offline;
