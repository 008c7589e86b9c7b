/** Hosts: launch template, Auto Scaling group, scaling, role and security group. */
package io.teal.constructs.internal.fleet;
