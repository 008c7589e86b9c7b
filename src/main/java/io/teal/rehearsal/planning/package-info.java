/** Makes a journey of an app or of templates. Depends on the assembly, journey, reading and report packages. */
package io.teal.rehearsal.planning;
