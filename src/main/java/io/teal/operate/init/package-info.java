/** {@code teal init}: makes a project of a user's own. */
package io.teal.operate.init;
