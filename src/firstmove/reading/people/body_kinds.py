"""Common nouns for bodies: what these are called once they were named. Data, no rules."""

from __future__ import annotations

from firstmove.reading.lexicon import cues

# What a firm is by its trade; with a capital at the head of a sentence no part of its name.
TRADES = frozenset(
    "developer carmaker automaker chipmaker drugmaker planemaker shipbuilder steelmaker retailer "
    "supermarket brewer insurer lender broadcaster publisher contractor supplier builder "
    "housebuilder landlord sponsor miner airline operator manufacturer producer maker grower "
    "platform startup chain bottler app grocer printer processor exporter distributor wholesaler "
    "refiner caterer".split()
)
# Where people work; with a name before them they stand for who runs them.
SITES = frozenset(
    "abattoir airport bakery brewery cannery college colliery dairy depot dockyard factory foundry "
    "hospital hotel library mill mine museum plant prison quarry refinery school shipyard smelter "
    "steelworks terminal theatre theater zoo".split()
)
# Bodies that are called by a common noun once they were named, beyond those that often speak.
ORGANS = cues.BODIES | TRADES | SITES | {
    "port", "harbour", "harbor", "airport", "railway", "mill", "mine", "refinery", "steelworks",
    "brewery", "trust", "carrier", "utility", "shipyard", "plant", "guild", "friends", "campaign",
    "forum", "bloc", "tribe", "front", "diocese", "archdiocese", "synod", "parish", "nation",
    "charity", "congregation", "clinic", "cooperative", "assembly", "collective", "chapter",
    "brotherhood", "fellowship", "county", "borough", "township", "municipality", "presidium",
    "caucus", "faction", "temple", "monastery", "abbey", "mosque", "shrine", "orchestra", "opera",
    "festival", "choir", "ensemble",
}  # fmt: skip
# Adjectives before a name; with a capital at the head of a sentence no part of it.
DESCRIBED = frozenset(
    "neighbouring neighboring nearby rival fellow embattled landlocked impoverished oil-rich "
    "war-torn tiny besieged cash-strapped breakaway long-time longtime veteran jailed ousted "
    "exiled disgraced beleaguered bankrupt state-owned".split()
)
# What campaigns that are called so want done.
# What is in a country, and none of its state's.
OF_SOCIETY = frozenset(
    "association charity company faction federation firm group militia movement party union".split()
)
CAMPAIGNS = frozenset("Save Stop Keep Free Protect Defend Reclaim".split())
