package org.mujian.services;

/** An enterprise asked for something. */
public record RequestRaised(long zone, long requestId) {}
