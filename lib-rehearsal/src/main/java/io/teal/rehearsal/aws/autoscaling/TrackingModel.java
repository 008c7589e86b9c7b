package io.teal.rehearsal.aws.autoscaling;

/**
 * A target tracking policy on the average CPU of a fleet.
 *
 * @param id its logical id
 * @param fleet the logical id of its Auto Scaling group
 * @param percent its target CPU, in percent
 * @param scalesIn whether it also scales in
 */
public record TrackingModel(String id, String fleet, double percent, boolean scalesIn) {}
