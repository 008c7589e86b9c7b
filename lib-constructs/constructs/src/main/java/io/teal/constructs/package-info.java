/**
 * AWS CDK constructs that release on EC2 without losing traffic: the services, their options, and the parts that a
 * service's getters give. With {@code io.teal.constructs.testing} all that an app uses; what is in {@code internal} may
 * change with any release.
 */
package io.teal.constructs;
