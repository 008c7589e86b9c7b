/** Blue and green inside one server: one Auto Scaling group, a port and a target group for each colour. */
package io.teal.constructs.samehost;
