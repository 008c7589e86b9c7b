/** {@code teal status}: what is live, what the template says, and what goes on. */
package io.teal.operate.status;
