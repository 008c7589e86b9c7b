/** The cases that a deploy meets, each in a thousand worlds. */
package io.teal.runtime.cases;
