/** Reads the modelled resources of a template, and refuses what is not. Depends on the template and model packages. */
package io.teal.rehearsal.reading;
