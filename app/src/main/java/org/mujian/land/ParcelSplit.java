package org.mujian.land;

import java.util.List;

/** A parcel was split; its active reservations went to every part. */
public record ParcelSplit(long zoneId, long parcelId, List<Long> parts) {}
