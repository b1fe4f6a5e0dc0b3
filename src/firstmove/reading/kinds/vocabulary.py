"""The words behind the kinds: what cues do (`MOVES`), what acts are (`ACTS`), set phrases.

General vocabulary of disputes: diplomacy, war, labour, trade, parliaments. A key is a lemma, with
its particle, preposition or object where these decide: "rule out", "call for", "make demand".
The sense of each table is said above it; how they combine stands in ``kinds.py``. Types follow
the PLOVER manual 1.3 (chapter 3); where the manual leaves a choice, the reason is given here.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from firstmove.reading.parsing.predicates import words
from firstmove.statement import Kind


class Move(StrEnum):
    """What a cue does with what follows it."""

    SAY = "say"  # neutral: the content decides
    JUDGE = "judge"  # believes, expects, estimates
    WISH = "wish"  # hopes, wants: a want, addressed or not
    REQUEST = "request"
    REFUSE = "refuse"
    DENY = "deny"  # rejects a claim
    BLAME = "blame"
    COMMIT = "commit"  # agrees, offers, is ready: binds the speaker toward someone
    VOW = "vow"  # binds the speaker; whether toward or against someone, the content decides
    THREATEN = "threaten"
    WARN = "warn"
    PRAISE = "praise"
    YIELD = "yield"  # gives in, apologises
    MEET = "meet"


Value = TypeVar("Value")


def _table(rows: dict[Value, str]) -> dict[str, Value]:
    """Word to row, written down row by row; a word in two rows is a mistake in the table."""
    table: dict[str, Value] = {}
    for value, row in rows.items():
        for word in {w.strip() for w in row.split(",")}:
            if word in table:
                raise ValueError(f"{word!r} stands under {table[word]} and {value}")
            table[word] = value
    return table


def _classes(rows: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Word to the rows it stands in, in their order: "send" gives aid and moves troops."""
    listed = {word.strip() for row in rows.values() for word in row.split(",")}
    return {
        word: tuple(k for k, row in rows.items() if word in {w.strip() for w in row.split(",")})
        for word in sorted(listed)
    }


MOVES: dict[str, Move] = _table(
    {
        Move.SAY: """
            say, tell, talk about, talk of, speak about, speak of, accept fact,
            state, add, note, declare, announce, stress, emphasize, emphasise,
            underline, underscore, highlight, insist, explain, argue, report, write, tweet,
            post, mention, observe, remark, comment, reiterate, repeat, affirm, assert, claim,
            maintain, contend, reply, answer, speak, conclude, continue, recall, reveal,
            disclose, confirm, statement, remark, speech, indicate, signal, show, cite,
            point out, according to, according, describe, call, testify, acknowledge, admit,
            clarify, inform, brief, read, quote, express, voice, reaffirm, make clear, message,
            letter, interview, word, position
        """,
        # "fear" and "concern" tell a belief about what may come; PLOVER has no type for them
        Move.JUDGE: """
            believe, think, expect, predict, estimate, doubt, consider, view, regard, see,
            assess, reckon, suspect, feel, forecast, anticipate, assume, suppose, know, judge,
            fear, worry, perceive, guess, conclude that, optimism, optimistic, pessimistic,
            confident, confidence, hopeful, belief, view, opinion, estimate, expectation,
            prediction, assessment, forecast, doubt, convinced, certain, sure, sceptical,
            skeptical, skepticism, scepticism, hope, concern, concerned, worried, fearful,
            suspicion, perspective, impression, conviction, speculate, speculation, wonder,
            imagine, outlook, optimist
        """,
        # a want is a want, addressed to the other side or not: REQUEST, so that one reading holds
        Move.WISH: """
            want, seek, need, desire, wish, wish for, aspire, long for, desirous, look for
        """,
        Move.REQUEST: """
            demand, call for, call on, call upon, urge, ask, ask for, request, appeal,
            appeal for, insist on, insist upon, order, press, press for, press to, push for,
            pressure, require, beg, plead, implore, exhort, encourage, instruct, command,
            petition, recommend, advise, summon, invite to, lobby, lobby for, push, requirement,
            precondition, ultimatum to, condition, provide that, provided, condition that,
            only if, long as, insistence, urging, plea, entreat, direct, compel, advocate,
            advocate for, argue for, make demand, make request, issue demand, set condition,
            set deadline, lay down condition
        """,
        # PLOVER 3.10: all rejections and refusals, cancelled meetings included
        Move.REFUSE: """
            reject, refuse, dismiss, rule out, decline, spurn, rebuff, turn down, veto, oppose,
            object, object to, resist, balk at, snub, brush aside, brush off, scoff at,
            rejection, refusal, opposition, dismissal, opposed, unwilling, unwillingness,
            reluctant, reluctance, disagree, defy, boycott talk, block, vote against, vote down,
            throw out, shoot down, quash, cancel, cancel visit, cancel meeting, call off,
            postpone, disapprove, renege on, renounce, repudiate, abrogate, flout, ignore,
            against, walk away, strike down, pull out of talk, shun, hold out against,
            give cold shoulder, adamant against, scrap, shelve, overturn, dig in,
            object against, fail, fail to, deadlock, thwart
        """,
        Move.DENY: """
            deny, denial, refute, rebut, disavow, disown, dispute, contradict, rubbish
        """,
        # PLOVER 3.9: disapproval, objection, complaint, charge, suit, investigation
        Move.BLAME: """
            condemn, blame, accuse, criticize, criticise, denounce, decry, deplore, rebuke,
            slam, blast, lambast, lambaste, castigate, allege, charge, fault, complain,
            complaint, attack for, deride, chide, assail, censure, reprimand, vilify, berate,
            excoriate, chastise, lament, bemoan, mock, ridicule, disparage, scold, indict, sue,
            prosecute, impeach, investigate, probe, inquire into, criticism, accusation,
            condemnation, blame, rebuke, allegation, charge, complaint, accusatory, critical of,
            protest to, outrage, outraged, anger, appal, appall, appalled, dismayed, dismay,
            file lawsuit, file complaint, summon ambassador, convict, find guilty, lash out,
            hit out, cry foul, take issue, take to court, implicate, brand, label, interrupt,
            express outrage, disappointed, point finger, disappointment, condemnatory,
            displeased, question, fume, rail
        """,
        # PLOVER 3.1: agree, offer, promise, or otherwise show willingness to cooperate
        Move.COMMIT: """
            agree, agree to, offer, promise, pledge, commit, consent, accept, willing,
            willingness, ready, readiness, open, openness, prepared, preparedness, keen, happy,
            propose, suggest, undertake, guarantee, assure, volunteer, invite, offer to,
            pledge to, promise to, commitment, proposal, invitation, undertaking, assurance,
            eager, glad, make offer, make proposal, extend invitation, extend hand,
            give assurance, make promise, make pledge, table, put forward, express willingness,
            express readiness, assent, accede, accede to, comply, agree with, agree on,
            welcome to, willing to, suggestion, initiative, approve plan, sign up, embrace,
            offer support, say yes, adopt
        """,
        Move.VOW: """
            vow, plan, intend, aim, decide, determined, resolve, prepare, mean, resolved,
            vow to, plan to, intention, intent, determination, swear, set, due, threaten to,
            hope to, going, mull, weigh, seek to, look to, undertake to, bent, poised, choose,
            opt, committed, announce plan, plan for, aim at, proceed, intend to, schedule
        """,
        Move.THREATEN: """
            threaten, threat, ultimatum, issue ultimatum, give ultimatum, brandish,
            threaten with, give deadline, issue threat, make threat, set ultimatum, menace
        """,
        Move.WARN: """
            warn, caution, alert, warning, warn of, warn against, warn about, caution against,
            issue warning, give warning, sound alarm, raise alarm, red flag, beware
        """,
        Move.PRAISE: """
            welcome, praise, back, support, endorse, hail, congratulate, defend, applaud,
            commend, laud, thank, approve, approve of, salute, favour, favor, side with,
            stand by, stand with, stand behind, support for, praise for, endorsement, approval,
            solidarity, gratitude, condolence, congratulation, appreciation, express support,
            express solidarity, pay tribute, honour, honor, admire, appreciate, respect,
            celebrate, supportive, grateful, in favour, in favor, vote for, ratify, recognise,
            recognize, sympathy, proud, welcome move, vouch for, uphold, reassure,
            voice support, declare support, lend support, cheer
        """,
        # PLOVER 3.4: verbal concessions, regret and pardon among them
        Move.YIELD: """
            concede, apologise, apologize, apology, regret, remorse, pardon, relent, back down,
            give in, give way, climb down, yield, concession, backtrack, backpedal, bow to,
            acquiesce, capitulate, cave, soften, make concession, amnesty, forgive, allow,
            permit, grant, let, drop demand, submit, surrender, reprieve, compromise,
            meet demand, accept demand, exonerate, acquit, defer to, show flexibility,
            accept responsibility, take responsibility, accept blame, plead guilty, ask pardon,
            beg pardon, ask forgiveness, beg forgiveness, give in to
        """,
        Move.MEET: """
            meet, meet with, hold talk, hold meeting, visit, host, consult, confer, discuss,
            negotiate, talk to, talk with, hold discussion, hold summit, hold consultation,
            receive, mediate, broker, phone, speak with, speak to, speak by, attend meeting,
            attend, confer with, sit down, travel to, have dinner, have lunch, telephone,
            arrive for, resume talk, open talk, begin talk, start talk, hold dialogue,
            launch mediation, gather, convene, hold conference, parley, hold negotiation, tour,
            debate, facilitate
        """,
    }
)

# Beside a negation these do not turn into their opposite: "has not agreed" and "did not rule out"
# leave the matter open. The others do: "does not accept" is a refusal.
OPEN_WHEN_NEGATED = frozenset({Move.REFUSE, Move.DENY, Move.BLAME, Move.REQUEST, Move.THREATEN})


# Refused, these leave their matter open: "refused to rule out", "declined to deny".
CLOSING = frozenset({"rule out", "exclude", "preclude", "deny", "reject", "discount"})

# What an act is, when its doer does it. A key with an object is looked for before the verb alone.
ACTS: dict[str, Kind] = _table(
    {
        Kind.CONSULT: """
            meet, negotiate, talk, discuss, consult, visit, host, confer, mediate, broker,
            dialogue, sit down, enter talk, engage, resume talk, return to, convene, debate,
            meeting, negotiation, consultation, summit, visit, discussion, mediation, phone,
            facilitate
        """,
        Kind.SUPPORT: """
            support, back, endorse, recognise, recognize, ratify, sign, sign up, join,
            side with, approve, normalise, normalize, restore, establish, appoint, reach,
            conclude, clinch, ink, seal, deal, agreement, accord, treaty, pact, settlement,
            congratulate, defend, stand by, stand with, award, celebrate, finalise, finalize,
            ally, support for, vote for, strike deal, reconcile
        """,
        Kind.CONCEDE: """
            concede, ease, relax, lift, pardon, allow, permit, grant, apologise, apologize,
            compromise, soften, waive, forgive, delay, legalise, legalize, reinstate, ceasefire,
            cease-fire, truce, armistice, concession, amnesty, give up, repeal, cede power,
            approve request, grant request, accept request,
            delegate, hand power, unfreeze, let, accommodate, roll back, exempt
        """,
        Kind.RETREAT: """
            withdraw, retreat, release, free, repatriate, return, disarm, demobilise,
            demobilize, pull out, pull back, resign, step down, surrender, vacate, cede,
            evacuate, lay down, stand down, hand back, leave, dismantle, decommission,
            relinquish, quit, release of, withdrawal, stop, end, cease, halt, de-escalate,
            deescalate, hand over, abdicate, withdrawal of, pullout, reopen, unblock, exit,
            evacuation, surrender to, set free, hold fire, open border, open gate, open crossing,
            open corridor, open road, open port
        """,
        Kind.AID: """
            aid, assist, help, donate, fund, finance, provide, give, supply, arm, contribute,
            rescue, shelter, feed, treat, subsidise, subsidize, train, equip, assistance,
            donation, relief, asylum, rebuild, reconstruct, pay, compensate, deliver, send,
            bail out, vaccinate, extend credit, lend, donor, pump money, invest, protect,
            pump billion, pump fund, evacuate from, pour money, pour billion, pour aid,
            host refugee, accept refugee
        """,
        Kind.COOPERATE: """
            cooperate, collaborate, trade, exchange, share, import, export, extradite,
            coordinate, partner, cooperation, collaboration, join force, work together,
            work with, team up, share information, share intelligence, share evidence,
            expand trade, buy, sell, joint exercise, strengthen cooperation, partnership
        """,
        # PLOVER 3.9 files inquiries, suits and charges under ACCUSE
        Kind.ACCUSE: """
            condemn, blame, accuse, criticize, criticise, denounce, sue, charge, investigate,
            prosecute, indict, probe, lawsuit, investigation, inquiry, impeach, allege, convict,
            subpoena, audit, question, interrogate, complain
        """,
        Kind.REJECT: """
            reject, refuse, decline, veto, oppose, dismiss, block, cancel, boycott talk,
            call off, postpone, spurn, rebuff, walk out, walk away, defy, vote against,
            strike down, ignore, flout, adjourn
        """,
        Kind.REQUEST: """
            demand, request, appeal, urge, ask, insist, call for, order to, petition, seek
        """,
        Kind.THREATEN: """
            threaten, menace, intimidate, blackmail
        """,
        Kind.PROTEST: """
            protest, demonstrate, rally, march, walk off, picket, riot, demonstration, walkout,
            go on strike, down tool, stage strike, hunger strike, boycott, occupy, hold vigil,
            take to, chant, sit-in, burn, stop work
        """,
        # PLOVER 3.13: every reduction in existing relations; military aid withheld included
        Kind.SANCTION: """
            suspend, cut off, cut, sever, break off, break, expel, downgrade, recall, terminate,
            discontinue, reduce, freeze, fine, sentence, interrupt, divest, tax, stop aid,
            withhold, end aid, halt aid, cancel aid, oust, sack, sanction, embargo,
            tariff, suspension, withdraw aid, lock out, lay off, dismiss from, rupture,
            retaliate, abandon, scrap, disrupt, exclude, raise tariff, quit agreement
        """,
        Kind.MOBILIZE: """
            mobilise, mobilize, deploy, amass, station, dispatch, reinforce, drill, exercise,
            patrol, mass, rearm, test-fire, deployment, build-up, buildup, beef up, send troop,
            deploy troop, hold exercise, put on, scramble, on alert, test missile, redeploy,
            move troop, fortify, conscript, call up, arm itself, militarise, militarize
        """,
        Kind.COERCE: """
            arrest, detain, jail, imprison, ban, censor, impose, seize, confiscate, raid,
            deport, crack down, restrict, curb, shut, shut down, close, blockade, evict,
            apprehend, outlaw, suppress, repress, hack, nationalise, nationalize, annex, curfew,
            crackdown, detention, imprison, force, tighten, prohibit, extradition, bar, silence,
            round up, persecute, harass, extort, cordon, bug, spy, eavesdrop, incarcerate,
            conscript by, purge, capture, hold hostage, put under, starve, deprive, expropriate,
            suspend publication, suspend parliament, suspend election, suspend constitution,
            coerce, order, revoke, dissolve, oppress, quarantine, punish, search, lock down
        """,
        Kind.ASSAULT: """
            attack, assault, kill, bomb, bombard, shell, strike, shoot, invade, murder,
            assassinate, fire on, fire at, open fire, storm, ambush, destroy, torture, kidnap,
            abduct, hit, stab, execute, wound, injure, massacre, target, beat up,
            clash, explode, detonate, airstrike, air strike, offensive, invasion, bombing,
            shelling, blow up, carry out attack, launch attack, launch rocket, fire missile,
            fire rocket, fire, behead, rape, lynch, gun down, mow down, overrun, capture town,
            take over, expel by, vandalise, vandalize, sabotage, violate, violate ceasefire,
            loot, pound, retaliate against, crush, poison, burn down, dislodge, hijack,
            sink, raze, flatten, obliterate, bulldoze, mine, strafe,
            slaughter, behead, push back, drive out, suicide, blast, gas, demolish,
            launch strike, launch assault, torch, annihilate
        """,
    }
)

COOPERATIVE = frozenset(
    {Kind.AGREE, Kind.CONSULT, Kind.SUPPORT, Kind.CONCEDE, Kind.RETREAT, Kind.AID, Kind.COOPERATE}
)
HOSTILE = frozenset(
    {Kind.THREATEN, Kind.SANCTION, Kind.MOBILIZE, Kind.COERCE, Kind.ASSAULT, Kind.PROTEST}
)

# A light verb says little; verb and object together decide. Classes of verbs by classes of things,
# the matrix below gives the kind. "hold" starts talks and "suspend" ends them.
LIGHT_VERBS: dict[str, tuple[str, ...]] = _classes(
    {
        "start": """
            launch, begin, start, open, hold, carry out, conduct, impose, declare, make, issue,
            stage, take, file, mount, sign, reach, conclude, strike, establish, announce,
            resume, renew, extend, perform, restore, unleash, initiate, set, introduce, slap,
            organise, organize, attend, have, join, order, enter, approve, ratify, adopt,
            clinch, expand, prolong, strengthen, tighten, host, undertake, return to,
            enter into, engage in, lead, go on, implement, continue, enforce, step up, increase,
            head, level, offer, release, raise, violate, commence, engage
        """,
        "end": """
            suspend, halt, cut, cut off, withdraw, end, cancel, reduce, freeze, break off, stop,
            terminate, sever, scrap, pull out of, withdraw from, break, quit, abandon,
            discontinue, call off, leave, drop, cease, walk out of, slash, withhold, abort,
            suspension of
        """,
        "ease": """
            lift, ease, relax, remove, roll back, loosen, waive, repeal, scale back, soften,
            revoke, unfreeze, rescind, cut back, end, abolish, shorten
        """,
        "give": """
            give, provide, send, donate, deliver, supply, grant, extend, contribute, allocate,
            lend, express, voice, reiterate, show, declare, hand, pay, distribute, dispatch,
            approve, ship, airlift, announce, increase
        """,
        "move": """
            deploy, send, dispatch, move, station, mass, amass, reinforce, mobilise, mobilize,
            put, increase, bolster, beef up, raise, strengthen, remain on, activate
        """,
        "hold": """
            hold, take, seize, capture, arrest, detain, keep
        """,
        "obstruct": """
            block, obstruct, barricade, blockade, occupy
        """,
        "free": """
            release, free, return, hand over, exchange, swap, repatriate
        """,
    }
)
THINGS: dict[str, tuple[str, ...]] = _classes(
    {
        "attack": """
            attack, assault, strike, airstrike, offensive, bombing, raid, shelling, war,
            invasion, bombardment, operation, rocket, missile, shell, bomb, fire, ambush,
            hostility, ceasefire violation, incursion, battle, warfare, massacre, abuse,
            killing, violence, blow
        """,
        "inquiry": """
            investigation, inquiry, probe, lawsuit, suit, complaint, charge, case, accusation,
            allegation, impeachment, criticism, petition against, legal action
        """,
        "joint": """
            war game, joint exercise, joint drill, joint patrol, joint manoeuvre, joint maneuver,
            joint venture, joint operation, joint project, joint training
        """,
        "information": """
            information, intelligence, data, evidence, record
        """,
        "talks": """
            talk, meeting, negotiation, discussion, consultation, summit, visit, dialogue,
            conference, mediation, conversation, call, trip, session, lunch, dinner, round
        """,
        "deal": """
            agreement, deal, accord, treaty, pact, settlement, contract, protocol, memorandum,
            compact, understanding, convention, peace, compromise
        """,
        "aid": """
            aid, assistance, help, fund, funding, relief, money, loan, weapon, supply, grant,
            donation, food, medicine, equipment, arms, package, support package, subsidy,
            asylum, ammunition, vaccine, shelter, dollar, euro, credit, shipment, ventilator,
            payment, contribution, training, scholarship, delivery, peacekeeper, tent, vehicle
        """,
        "support": """
            support, solidarity, backing, sympathy, gratitude, condolence, appreciation, praise,
            recognition, approval, thanks, endorsement
        """,
        "restriction": """
            sanction, curfew, blockade, embargo, ban, restriction, emergency, siege, tariff,
            duty, quota, limit, lockdown, martial law, law, measure, fine, order, boycott, levy,
            state, tax, restraint, penalty, crackdown, warrant, toll
        """,
        "force": """
            troop, force, soldier, army, warship, missile battery, tank, battalion, carrier,
            unit, navy, fleet, jet, aircraft, personnel, police, alert, readiness, militia,
            contingent, military, drill, exercise, manoeuvre, maneuver
        """,
        "captives": """
            prisoner, hostage, detainee, captive, activist, journalist, suspect, inmate
        """,
        "protest": """
            protest, demonstration, rally, strike, march, sit-in, walkout, vigil, stoppage,
            hunger strike, action, picket
        """,
        "relations": """
            relation, tie, contact, dialogue, cooperation, trade, flight, relationship,
            membership, link, communication, import, export, delivery, link
        """,
        "truce": """
            ceasefire, cease-fire, truce, armistice, pause, amnesty, concession, withdrawal,
            moratorium, retreat, release
        """,
        "ultimatum": """
            ultimatum, deadline, warning, threat
        """,
        "demand": """
            demand, request, appeal, condition, call, plea, order
        """,
        "offer": """
            offer, proposal, promise, pledge, invitation, assurance, commitment, guarantee,
            undertaking, willingness, readiness, plan
        """,
        "way": """
            road, street, motorway, highway, causeway, crossing, entrance, gate, track, railway,
            runway, junction, roundabout, square, lane, bridge, tunnel, ring road
        """,
        "permission": """
            permission, access, autonomy, right, request, mandate, citizenship, passage,
            reprieve, extension, leave, bail, immunity, licence, license, visa, exemption, delay
        """,
    }
)
ACT_OF_THING: dict[tuple[str, str], Kind] = {
    ("start", "attack"): Kind.ASSAULT,
    ("start", "inquiry"): Kind.ACCUSE,
    ("start", "talks"): Kind.CONSULT,
    ("start", "deal"): Kind.SUPPORT,
    ("start", "joint"): Kind.COOPERATE,
    ("give", "information"): Kind.COOPERATE,
    ("start", "restriction"): Kind.COERCE,
    ("start", "protest"): Kind.PROTEST,
    ("start", "relations"): Kind.SUPPORT,
    ("start", "truce"): Kind.CONCEDE,
    ("start", "ultimatum"): Kind.THREATEN,
    ("start", "demand"): Kind.REQUEST,
    ("start", "offer"): Kind.AGREE,
    ("start", "force"): Kind.MOBILIZE,
    ("end", "attack"): Kind.RETREAT,
    ("end", "inquiry"): Kind.CONCEDE,
    ("end", "talks"): Kind.SANCTION,
    ("end", "deal"): Kind.SANCTION,
    ("end", "aid"): Kind.SANCTION,
    ("end", "support"): Kind.SANCTION,
    ("end", "relations"): Kind.SANCTION,
    ("end", "force"): Kind.RETREAT,
    ("end", "protest"): Kind.CONCEDE,
    ("end", "restriction"): Kind.CONCEDE,
    ("end", "truce"): Kind.ASSAULT,
    ("ease", "restriction"): Kind.CONCEDE,
    ("give", "aid"): Kind.AID,
    ("give", "support"): Kind.SUPPORT,
    ("give", "ultimatum"): Kind.THREATEN,
    ("give", "permission"): Kind.CONCEDE,
    ("give", "offer"): Kind.AGREE,
    ("give", "force"): Kind.MOBILIZE,
    ("move", "force"): Kind.MOBILIZE,
    ("hold", "captives"): Kind.COERCE,
    ("obstruct", "way"): Kind.PROTEST,
    ("free", "captives"): Kind.RETREAT,
}

# Evaluations: what is said of a thing tells a stance. A word is looked for as the complement of a
# copula, or as its noun: "is a non-starter", "is out of the question".
REFUSING = words(
    "unacceptable non-starter nonstarter non-negotiable nonnegotiable inadmissible intolerable "
    "pointless unthinkable untenable impermissible senseless useless meaningless futile "
    "inconceivable"
)
REFUSING_PHRASES = (
    # set phrases for "no": nothing is gained by it, or it is not discussed
    "out of the question",
    "out of question",
    "answer is no",
    "answer was no",
    "answer remains no",
    "off the table",
    "not on the table",
    "not on the agenda",
    "not an option",
    "no option",
    "dead end",
    "dead-end",
    "blind alley",
    "cul-de-sac",
    "non-starter",
    "non starter",
    "to nowhere",
    "leads nowhere",
    "lead nowhere",
    "leading nowhere",
    "go nowhere",
    "goes nowhere",
    "not acceptable",
    "not negotiable",
    "not up for",
    "not for sale",
    "waste of time",
    "no point in",
    "no place for",
    "no room for",
    "no question of",
    "no basis for",
    "no alternative but to reject",
    "dead on arrival",
    "dead in the water",
    "over my dead body",
    "not interested in",
    "no interest in",
    "no intention of",
    "no plans to",
    "nothing to negotiate",
    "nothing to discuss",
    "nothing to talk about",
    "red line",
)
BLAMING = words(
    "illegal unlawful criminal crime inhumane inhuman barbaric brutal shameful disgraceful "
    "disgrace outrageous irresponsible hypocritical provocation provocative aggression aggressive "
    "lie liar betrayal unjust unfair unprovoked immoral cowardly cynical reckless cruel atrocity "
    "scandal scandalous deceitful dishonest propaganda violation breach terrorism terrorist "
    "genocide murderer dictator unconstitutional abhorrent heinous deplorable despicable "
    "offensive appalling horrific insult insulting blackmail responsible guilty culprit aggressor"
)
PRAISING = words(
    "welcome historic commendable praiseworthy constructive courageous admirable laudable "
    "encouraging excellent"
)
OBLIGING_ADJECTIVES = words(
    "necessary essential imperative vital crucial obligatory indispensable incumbent"
)
WORSENING = words(
    "consequence catastrophe disaster war escalation bloodshed famine collapse chaos crisis harm "
    "violence conflict shortage recession damage danger risk suffering instability threat "
    "catastrophic disastrous dangerous devastating destabilise destabilize jeopardise jeopardize "
    "endanger undermine worsen escalate ruin devastate backfire unravel spiral embolden"
)

# "respond" takes its colour from the words beside it: to force by force, or to an offer.
REPLIES = words("respond response reply react reaction answer reciprocate")
HARSH = words(
    "force attack aggression strike retaliation retaliate harsh harshly firmly forcefully "
    "decisively severely countermeasure counter-measure military weapon missile violence "
    "provocation incursion invasion tariff sanction escalation bomb shell kind tit-for-tat "
    "devastating crushing painful ban blockade resolute resolutely immediately painfully"
)
MILD = words(
    "signal signals offer proposal gesture goodwill dialogue talk negotiation initiative serious "
    "sincere constructively constructive positively favourably favorably overture step invitation "
    "peace readiness good genuine flow release ceasefire concession reciprocate"
)

# Whose turn it is: an obligation put on another without a modal verb.
OBLIGING_PHRASES = (
    "is up to",
    "court",  # "the ball is in their court": looked for together with "ball"
    "onus is on",
    "burden is on",
    "is incumbent on",
    "'s turn to",
    "’s turn to",
)

# "the importance of X doing", "the need for X to do": X is asked to act.
NEEDS = words("importance need necessity urgency requirement")

# Nouns that carry another: "a mediation effort"; verbs that put an act in force by a noun.
AMOUNTS = words("increase rise cut reduction boost")  # "an increase in funding"
PEACEKEEPING = words("peacekeeping peacekeeper")
# Papers that say what they do: "a statement criticising X", "a resolution demanding Y".
PAPERS = words("statement report resolution letter motion declaration communique")
CARRIERS = words("effort process campaign round bid drive series programme program plan")
DECREEING = words("announce declare order complete authorize authorise begin launch start")

# Aspect: the act is what is begun or stopped.
BEGINNING = words("begin start continue try manage resume keep proceed help go come")
STOPPING = words("stop cease halt end quit avoid refrain")
# What stops being given, whatever its object.
WITHHELD = words("pay sell supply deliver buy ship lend serve")

# Wrongs that are no PLOVER act of their own; told of another, they blame.
WRONGS = words(
    "break violate breach lie cheat steal betray deceive sabotage provoke escalate interrupt "
    "disrupt undermine obstruct stall delay fail refuse starve plunder loot abuse neglect shut "
    "ignore destroy wreck derail renege mislead exploit oppress bully blackmail cause start "
    "abandon cut poison dump pollute hide conceal beat rob bribe rig falsify forge embezzle"
)

# Whose strike is a walk-out and not an attack.
LABOUR = words(
    "union worker teacher nurse doctor driver docker miner employee staff labourer laborer pilot "
    "crew member federation student striker porter postman steelworker"
)

# "called the plan a trap": what is said of the thing is the stance.
DESCRIBING = words(
    "call describe brand label dub term characterise characterize portray decry depict"
)

# Sources that count or measure; what they tell is no party's position.
DOCUMENTS = words(
    "estimate poll survey figure data study statistic projection forecast report census"
)

# Who tells what will come and does none of it.
OBSERVERS = words(
    "analyst economist expert observer scholar historian professor researcher forecaster scientist "
    "commentator critic lawyer academic pollster strategist columnist hydrologist meteorologist"
)

# Feelings told in the passive: "we are appalled by the decision".
DISPLEASED = words("disappoint appal appall outrage dismay anger disgust shock insult betray")
PLEASED = words("please encourage delight honour honor hearten")

# Support still to come is a commitment; to "defend" or "praise" later is none.
SUPPORTING = words(
    "support back endorse ratify recognise recognize approve uphold respect honour honor vote"
)

# Who tells what is done or to come, and has no hand in it.
BYSTANDERS = words(
    "resident witness villager neighbour neighbor survivor relative opposition critic monitor "
    "watchdog newspaper source onlooker passer-by bystander tourist viewer correspondent "
    "broadcaster forecaster"
)

# What goes ill of itself: of another's thing, on a condition, a warning.
FAILING_AWAY = frozenset(
    "run out,run dry,dry up,die,die out,starve,perish,vanish,drown,collapse,go under,go hungry,"
    "go bankrupt,go dark,break down,fall apart,suffer,be lost,burn,flood,sink,rot".split(",")
)

# Of those who cannot be sorry: "I was wrong" gives way.
ADMITTING = words("wrong mistaken sorry apologetic ashamed")
ANSWERS = words("explanation apology answer reply justification account")  # "owes us an answer"
NOT_ASKED = words("advice counsel buyer investor re-election revenge")
# What there will be none of where somebody refuses it.
REFUSED_THINGS = words(
    "return change exception delay extension election referendum vote compromise rise increase cut "
    "bailout u-turn surrender retreat exemption rerun turning concession bargaining handover sale "
    "merger reform pardon amnesty refund bonus second-reading"
)

# Imperatives that ask nobody for an act: "look, …", "imagine …", "let's assume …".
RHETORICAL = words(
    "look listen imagine suppose assume think say remember note consider believe thank forgive "
    "excuse mind trust guess see pretend face hope pray recall forget admit explain ask tell take "
    "understand know mark bless congratulate welcome"
)
