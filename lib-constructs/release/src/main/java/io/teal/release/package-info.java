/**
 * What a release is: an immutable value, its legal moves, and its flags and file. Depends on {@code java..} only, so it
 * runs in a template's synthesis, in a Lambda function and in a test without starting anything.
 */
package io.teal.release;
