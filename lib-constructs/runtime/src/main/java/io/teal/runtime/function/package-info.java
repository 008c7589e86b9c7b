/** The function in AWS: reads the input, calls {@code Runs}, and answers. */
package io.teal.runtime.function;
