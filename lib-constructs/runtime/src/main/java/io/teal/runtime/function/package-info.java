/** The function in AWS: reads what it is given, lets the runs do it, and answers. */
package io.teal.runtime.function;
