/** The cases that a deploy meets, each in many worlds. */
package io.teal.rehearsal.cases;
