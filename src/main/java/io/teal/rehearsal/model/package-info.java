/** What the modelled resources of a template say, typed and checked. Depends on the template package and Jackson. */
package io.teal.rehearsal.model;
