/** Machine images made by EC2 Image Builder: one for each version of a service. */
package io.teal.constructs.internal.images;
