/** The steps a plan is made of, each with its effect and its check in one pure method. */
package io.teal.release.steps;
