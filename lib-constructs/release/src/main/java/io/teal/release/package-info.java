/** What a release is: an immutable value, its legal moves, and its flags and file. */
package io.teal.release;
