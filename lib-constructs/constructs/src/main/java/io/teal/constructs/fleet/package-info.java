/**
 * One colour's hosts: launch template, Auto Scaling group and scaling, and how a version reaches a host. May depend on
 * {@code io.teal.release} and the CDK.
 */
package io.teal.constructs.fleet;
