/** The steps a plan is made of, each with its effect and its check in one pure method. Depends on {@code step}. */
package io.teal.release.steps;
