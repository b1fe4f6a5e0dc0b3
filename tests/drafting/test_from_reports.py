"""Drafts from small reports: whose an act is, states kept up, prices told twice, denials."""

from __future__ import annotations

import pytest

from firstmove.drafting import Draft, draft
from firstmove.ledger import merge
from firstmove.reading import open_text, read_report

LEAD = "Talks on the ferry line between Norland and Sudmark go on.\n\n"


def drafted(*texts: str) -> Draft:
    told = [read_report(open_text(LEAD + t + "\n", name=f"{n}.txt")) for n, t in enumerate(texts)]
    return draft(merge(told))


def owners(made: Draft) -> dict[str, str]:
    names = {d.id: d.name for d in made.conflict.decision_makers}
    return {o.label: names[o.owner] for o in made.conflict.options}


def wants(made: Draft, party: str) -> dict[str, str]:
    for maker in made.conflict.decision_makers:
        if maker.name == party:
            return {str(w.condition): w.basis.value for w in maker.wants}
    return {}


def questions(made: Draft) -> str:
    return "\n".join(q.text for q in made.conflict.open_questions)


def test_what_is_kept_up_is_the_contrary_of_what_is_asked() -> None:
    made = drafted(
        "Norland said that it would keep the harbour closed until Sudmark pays its debt.\n\n"
        "Sudmark demanded that Norland reopen the harbour."
    )
    assert owners(made) == {"reopen the harbour": "Norland", "pay its debt": "Sudmark"}
    assert "not norland.reopen_harbour unless sudmark.pay_debt" in wants(made, "Norland")
    assert "norland.reopen_harbour" in wants(made, "Sudmark")


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        (
            "Norland promised to guarantee a flow of at least 180 cubic metres a second.",
            "guarantee a flow of at least 180 cubic metres",
        ),
        ("“We promise 3m crowns for the road,” the premier of Norland said.", "promise 3m crowns"),
    ],
)
def test_a_label_tells_how_much_and_by_what_verb(sentence: str, label: str) -> None:
    assert owners(drafted(sentence)) == {label: "Norland"}


def test_what_a_thing_is_not_leaves_nothing_open() -> None:
    made = drafted("Norland will not accept any return that is not voluntary, its minister said.")
    assert wants(made, "Norland") == {"not norland.accept_any_return_that": "stated"}


def test_a_thing_of_another_kind_gives_an_act_to_nobody() -> None:
    made = drafted(
        "Norland would lower the toll once the servicing ban was in place, its minister said.\n\n"
        "Sudmark would be willing to ease its ban on seafood, its foreign ministry said."
    )
    assert "ease its ban on seafood" in owners(made)
    assert "the servicing ban was in place" not in owners(made)


def test_an_act_on_a_thing_is_of_the_one_who_has_it_and_is_asked() -> None:
    made = drafted(
        "Norland threatened to impose a levy on timber from Sudmark.\n\n"
        "Sudmark demanded that the levy be postponed."
    )
    assert owners(made)["postpone the levy"] == "Norland"
    assert "Who would “postpone the levy”, named by Sudmark?" in questions(made)


def test_who_only_fights_a_thing_does_not_have_it() -> None:
    made = drafted(
        "Norland vowed to fight the merger.\n\nSudmark demanded that the merger be approved."
    )
    assert "approve the merger" not in owners(made)
    assert "Of whom does Sudmark ask “approve the merger”?" in questions(made)


def test_an_official_is_of_the_side_whose_plans_are_told() -> None:
    made = drafted(
        "Norland is willing to pay the fees if Sudmark opens the port, Finance Minister Oda Brandt "
        "said.\n\nBrandt demanded that Sudmark withdraw its ships."
    )
    assert "sudmark.withdraw_ships" in wants(made, "Norland")


def test_an_expert_who_foresees_an_act_is_nobody_side() -> None:
    made = drafted(
        "Norland will pay the fees, the historian Oda Brandt said.\n\n"
        "Brandt demanded that Sudmark withdraw its ships."
    )
    assert not wants(made, "Norland")


def test_what_an_act_is_tied_to_in_two_reports_is_one_option_and_asked() -> None:
    made = drafted(
        "Norland said that it would raise the flow if Sudmark bought electricity.",
        "Norland said that it would raise the flow if Sudmark signed a power contract.",
    )
    assert [o for o, owner in owners(made).items() if owner == "Sudmark"] == ["buy electricity"]
    assert "Is “sign a power contract” of Sudmark the same as “buy electricity”?" in questions(made)


def test_what_one_report_asks_for_beside_it_is_two_options() -> None:
    made = drafted(
        "Norland said that it would raise the flow if Sudmark bought electricity.\n\n"
        "Norland said that it would raise the flow if Sudmark signed a power contract.",
    )
    assert sum(owner == "Sudmark" for owner in owners(made).values()) == 2


def test_a_denial_of_a_fact_refuses_nothing() -> None:
    made = drafted(
        "Norland denied that the payments were bribes.\n\nSudmark urged Norland to pay its debt."
    )
    assert not wants(made, "Norland").keys() - {"norland.pay_debt"}
    assert list(owners(made)) == ["pay its debt"]


def test_what_is_announced_unless_somebody_acts_is_held_over_them() -> None:
    made = drafted("Norland will recall its ships unless Sudmark lifts the ban, Norland said.")
    assert wants(made, "Norland") == {
        "norland.recall_ships unless sudmark.lift_ban": "inferred",
        "sudmark.lift_ban": "inferred",
    }


def test_members_speak_for_their_union() -> None:
    made = drafted(
        "The Ferry Workers' Union rejected the offer of Norland Lines.\n\n"
        "Members of the Ferry Workers' Union called on Norland Lines to hire more stewards."
    )
    assert set(owners(made)) >= {"hire more stewards"}
    assert "Ferry Workers' Union" in {d.name for d in made.conflict.decision_makers}


def test_an_official_of_no_told_side_is_no_party_and_is_asked_about() -> None:
    made = drafted(
        "Norland urged Sudmark to open the port.\n\nCouncillor Rika Bell urged Sudmark to pay."
    )
    assert "Rika Bell" not in {d.name for d in made.conflict.decision_makers}
    assert "For whom does Rika Bell speak?" in questions(made)


def test_one_verb_of_one_thing_told_by_two_reports_is_one_option() -> None:
    made = drafted(
        "Norland said that it would buy the entire catch of the Skarn boats.",
        "Norland promised to buy all herring landed at Skarn.",
    )
    assert len(made.conflict.options) == 1


def test_what_must_go_is_ended_by_who_has_it() -> None:
    made = drafted(
        "Norland said that the subsidies must go first.\n\nSudmark refused to end its subsidies."
    )
    assert wants(made, "Norland") == {"sudmark.end_subsidies": "stated"}
    assert wants(made, "Sudmark") == {"not sudmark.end_subsidies": "stated"}


def test_what_is_regretted_or_denied_is_no_option() -> None:
    made = drafted(
        "Norland apologised for the delay.\n\nSudmark dismissed reports of a rift with Norland.\n\n"
        "Norland regretted the closure of the mine."
    )
    assert not made.conflict.options


def test_ones_own_army_is_told_what_is_planned() -> None:
    made = drafted("Norland has told its air force to keep flying over the strait.")
    assert wants(made, "Norland") == {"norland.keep_flying_over_strait": "stated"}


@pytest.mark.parametrize("kept", ["stay in place", "stay", "stand"])
def test_what_stays_in_place_is_the_contrary_of_what_is_asked(kept: str) -> None:
    made = drafted(
        f"Sudmark demanded that Norland lift the ban.\n\nNorland said that the ban would {kept}."
    )
    assert wants(made, "Norland") == {"not norland.lift_ban": "stated"}


def test_what_goes_ahead_is_not_dropped() -> None:
    made = drafted(
        "Sudmark demanded that Norland drop the dam.\n\nNorland said the dam would go ahead."
    )
    assert wants(made, "Norland") == {"not norland.drop_dam": "stated"}


def test_what_bars_an_offer_is_not_wanted() -> None:
    made = drafted(
        "Norland would free the crew, but not while Sudmark's ships cross the bay, Norland's "
        "envoy said."
    )
    assert wants(made, "Norland") == {
        "norland.free_crew unless sudmark.cross_bay": "stated",
        "not sudmark.cross_bay": "inferred",
    }


CLOSES = "Norland said that it would close the northern locks.\n\n"


@pytest.mark.parametrize(
    ("told", "want"),
    [
        ("Sudmark opposed the closure.", "not norland.close_northern_locks"),
        ("Sudmark rejected the closure of the locks.", "not norland.close_northern_locks"),
        ("Sudmark welcomed the closure.", "norland.close_northern_locks"),
        ("Sudmark is against closing the northern locks.", "not norland.close_northern_locks"),
        ("Sudmark opposes shutting the northern locks.", "not norland.close_northern_locks"),
    ],
)
def test_a_deed_opposed_or_welcomed_is_of_who_does_it(told: str, want: str) -> None:
    assert wants(drafted(CLOSES + told), "Sudmark") == {want: "stated"}


@pytest.mark.parametrize(
    "told",
    [
        "Sudmark opposed the closure.",
        "The Bossa Doctors' Association opposes shutting the emergency room.",
        "The Teachers' Union opposes closing the school at Osk.",
        "Greenwatch is against drilling in the bay.",
    ],
)
def test_a_deed_opposed_that_nobody_does_is_no_option_of_who_opposes_it(told: str) -> None:
    assert not drafted(told).conflict.options


@pytest.mark.parametrize(
    ("text", "party", "wanted"),
    [
        (
            "The Bossa Doctors' Association opposes shutting the emergency room, which the "
            "Eastmark Health Authority plans to close.",
            "Bossa Doctors' Association",
            {"not eastmark_health_authority.shut_emergency_room": "stated"},
        ),
        (
            "The Teachers' Union opposes closing the school at Osk. The town of Osk wants to "
            "close the school.",
            "Teachers' Union",
            {"not osk.close_school": "stated"},
        ),
        (
            "The government of Norland opposes selling its ships to Sudmark.",
            "Norland",
            {"not norland.sell_ships": "stated"},
        ),
        (
            "The government of Norland opposes lifting the ban. Sudmark urged Norland to lift "
            "the ban.",
            "Norland",
            {"not norland.lift_ban": "stated"},
        ),
    ],
)
def test_what_is_opposed_is_of_who_plans_it(text: str, party: str, wanted: dict[str, str]) -> None:
    assert wants(drafted(text), party) == wanted


def test_who_rejects_a_thing_wants_it_ended_where_that_is_asked() -> None:
    made = drafted("Norland refused to lift the levy.\n\nSudmark rejected the levy.")
    assert wants(made, "Sudmark") == {"norland.lift_levy": "stated"}


@pytest.mark.parametrize(
    ("told", "want"),
    [
        ("Norland promised £3m.", "norland.promise_3m"),
        ("Norland pledged a new school.", "norland.pledge_new_school"),
        ("Norland plans to shut the northern locks.", "norland.shut_northern_locks"),
        ("Norland rejected the application by Sudmark Lines.", "not norland.accept_application"),
    ],
)
def test_what_is_held_out_planned_or_handed_in(told: str, want: str) -> None:
    assert wants(drafted(told), "Norland") == {want: "stated"}


def test_who_backs_anothers_request_has_no_act_of_its_own() -> None:
    made = drafted("Norland supported the minister's request.")
    assert not made.conflict.options


def test_what_is_done_if_a_strike_goes_on_is_held_over_it() -> None:
    made = drafted(
        "The Seafarers’ Union said that it would return to work if Norland Lines raised pay."
        "\n\nNorland Lines said that it would hire crews from abroad if the strike went on."
        "\n\nNorland Lines demanded that the Seafarers’ Union return to work."
    )
    want = "norland_lines.hire_crews_from_abroad if not seafarers_union.return_work"
    assert wants(made, "Norland Lines")[want] == "inferred"


def test_the_deed_that_is_to_be_put_off_is_of_who_does_it() -> None:
    made = drafted(CLOSES + "Sudmark wants the closure put off.")
    assert wants(made, "Sudmark") == {"norland.put_closure_off": "stated"}


def test_what_goes_ahead_in_a_condition_is_the_act_itself() -> None:
    made = drafted(CLOSES + "Sudmark will go to court if the closure goes ahead, it said.")
    assert "not norland.close_northern_locks" in wants(made, "Sudmark")


def test_a_meeting_offered_by_its_host_is_one_option() -> None:
    made = drafted("Norland offered to host a meeting.", "Norland has offered a meeting.")
    assert [o.label for o in made.conflict.options] == ["host a meeting"]


def test_a_noun_of_the_deed_is_the_deed() -> None:
    made = drafted(
        "Norland ruled out a withdrawal from the pass.\n\n"
        "Sudmark demanded that Norland withdraw from the pass."
    )
    assert wants(made, "Norland") == {"not norland.withdraw_from_pass": "stated"}


def test_what_is_only_welcomed_is_no_option_of_who_welcomes_it() -> None:
    made = drafted(
        "Norland said that it would close the northern locks.\n\n"
        "Sudmark welcomed the opening of the road.\n\nSudmark rejected the court's ruling."
    )
    assert not wants(made, "Sudmark")


def test_two_who_stand_to_one_thing_each_have_their_own_part() -> None:
    made = drafted("Norland rejected the budget.\n\nSudmark backed the budget.")
    assert wants(made, "Norland") == {"not norland.accept_budget": "stated"}
    assert wants(made, "Sudmark") == {"sudmark.support_budget": "stated"}


@pytest.mark.parametrize("tie", ["when there is a deal", "when the board signs"])
def test_what_waits_for_another_is_no_unconditional_want(tie: str) -> None:
    made = drafted(
        "The Dorn School Board called on the Ferry Guild to call off its strike.\n\n"
        f"The Ferry Guild will call off its strike {tie}, the guild said."
    )
    told = wants(made, "Ferry Guild")
    assert told.get("ferry_guild.call_off_strike") != "stated"
    tied = any(" if " in want or " iff " in want for want in told)
    assert tied or "has a word of one that was not read" in questions(made)


def test_operators_are_not_those_who_work_for_them() -> None:
    made = drafted(
        "The Ferry Workers Union said it would strike. Ferry operators said they would not cut the "
        "evening line."
    )
    assert owners(made) == {"strike": "Ferry Workers Union"}


def test_the_union_of_states_is_no_union_of_those_who_work() -> None:
    made = drafted(
        "The European Union urged Norland to reopen the harbour.\n\n"
        "Norland insisted that drivers would have to change their plates."
    )
    assert owners(made) == {"reopen the harbour": "Norland"}


def test_what_is_appealed_for_is_turned_down_and_no_appeal() -> None:
    made = drafted("Norland rejected an appeal by Sudmark for a further delay.")
    assert owners(made) == {"a further delay": "Norland"}
    assert wants(made, "Norland") == {"not norland.further_delay": "stated"}


def test_it_that_is_asked_is_what_was_told_before() -> None:
    made = drafted("Norland accused Sudmark of theft and called on it to reopen the harbour.")
    assert owners(made) == {"reopen the harbour": "Sudmark"}


def test_who_talks_to_both_parties_talks_to_more_than_the_one_it_asks() -> None:
    made = drafted(
        "Germany urged Norland to reopen the harbour. It offered talks with both parties in May."
    )
    named = {d.id: d.name for d in made.conflict.decision_makers}
    talking = {named[o.owner] for o in made.conflict.options if "talks" in o.label}
    assert "Norland" not in talking


def test_nobody_walks_out_over_what_it_asks_for() -> None:
    made = drafted("Captain Ann Roe of Norland said she would walk away if Sudmark named a judge.")
    assert wants(made, "Norland") == {
        "norland.walk_away if sudmark.name_judge": "stated",
        "not sudmark.name_judge": "inferred",
    }


@pytest.mark.parametrize(
    ("text", "party", "wanted"),
    [
        (
            "Norland captured two pilots. Sudmark called for their release.",
            "Sudmark",
            {"norland.release_pilots": "stated"},
        ),
        (
            "Norland captured two pilots. Velm's army captured two tanks. Sudmark called for "
            "their release.",
            "Sudmark",
            {},
        ),
        (
            "Norland sent troops to Osk. Sudmark will open the lock in exchange for their "
            "withdrawal.",
            "Sudmark",
            {
                "sudmark.open_lock only if norland.withdraw_troops": "stated",
                "norland.withdraw_troops": "inferred",
            },
        ),
        (
            "Norland demanded that Sudmark open the lock and cut the toll.",
            "Norland",
            {"sudmark.open_lock": "stated", "sudmark.cut_toll": "stated"},
        ),
        (
            "The Harbour Union insisted that Nordhavn drop its plan for robots and put in writing "
            "its promise to keep all staff.",
            "Harbour Union",
            {
                "nordhavn.drop_plan_robots": "stated",
                "nordhavn.put_writing_promise": "stated",
            },
        ),
        (
            "Norland denied it had closed the border. Sudmark wants the border reopened.",
            "Sudmark",
            {},
        ),
        (
            "Norland said it would close the lock. The dam was a threat, its premier said. “We "
            "will destroy it unless Sudmark frees the pilots,” the premier said.",
            "Norland",
            {
                "norland.close_lock": "stated",
                "norland.destroy_it unless sudmark.free_pilots": "inferred",
                "sudmark.free_pilots": "inferred",
            },
        ),
        (
            "Norland closed the border. Sudmark said it would cut the gas supply to Norland "
            "unless the border was reopened.",
            "Sudmark",
            {
                "sudmark.cut_gas_supply unless norland.reopen_border": "inferred",
                "norland.reopen_border": "inferred",
            },
        ),
        (
            "Norland wants the levy imposed by Sudmark lifted.",
            "Norland",
            {"sudmark.lift_levy": "stated"},
        ),
        (
            "Norland holds two Sudmark pilots. Sudmark wants the pilots released.",
            "Sudmark",
            {"norland.release_pilots": "stated"},
        ),
        (
            "Sudmark closed the lock. Norland called for the gate to be opened.",
            "Norland",
            {},
        ),
        (
            "Sudmark's plan for a dam must be abandoned, Norland said.",
            "Norland",
            {"sudmark.abandon_sudmark_s_plan_dam": "stated"},
        ),
        (
            "Norland wants the FJE out of Osk at once.",
            "Norland",
            {"fje.leave_osk": "stated"},
        ),
        (
            "Norland called on Sudmark to free the hostages. It refused to reopen the pass "
            "before the hostages were home, Norland said.",
            "Norland",
            {
                "sudmark.free_hostages": "stated",
                "not norland.reopen_pass unless sudmark.free_hostages": "stated",
            },
        ),
        (
            "Norland called on Sudmark to free the hostages. Norland refused to reopen the pass"
            " before the hostages are home.",
            "Norland",
            {
                "sudmark.free_hostages": "stated",
                "not norland.reopen_pass unless sudmark.free_hostages": "stated",
            },
        ),
        (
            "Norland called on Sudmark to withdraw its soldiers and said it would expel the "
            "envoy unless they were gone by July.",
            "Norland",
            {
                "sudmark.withdraw_soldiers": "stated",
                "norland.expel_envoy unless sudmark.withdraw_soldiers": "inferred",
            },
        ),
        (
            "Norland refused to reopen the pass before the tourists are back.",
            "Norland",
            {"norland.reopen_pass": "unknown"},
        ),
        (
            "The Interior Ministry urged the Transport Ministry to close the airport. The "
            "Transport Ministry refused.",
            "Transport Ministry",
            {"not transport_ministry.close_airport": "stated"},
        ),
        (
            "The Interior Ministry urged the Transport Ministry to close the airport. The "
            "Transport Ministry refused.",
            "Interior Ministry",
            {"transport_ministry.close_airport": "stated"},
        ),
        (
            "The Harbour Union urged the ministry to raise wages. It would end its strike if "
            "the ministry raised wages, its leader said.",
            "Harbour Union",
            {
                "government.raise_wages": "stated",
                "harbour_union.end_strike if government.raise_wages": "stated",
            },
        ),
        (
            "Norland asked Sudmark to lower its dues. Sudmark's minister said the request had "
            "been refused.",
            "Sudmark",
            {"not sudmark.lower_dues": "stated"},
        ),
        (
            "Norland asked Sudmark to lower its dues. Norland's minister said the request had "
            "been refused.",
            "Sudmark",
            {"sudmark.lower_dues": "unknown"},
        ),
        (
            "Norland asked Sudmark to lower its dues. Norland's minister said the request had "
            "been refused.",
            "Norland",
            {"sudmark.lower_dues": "stated"},
        ),
        (
            "Norland threatened to close the port unless Sudmark lifted the tariff. Sudmark "
            "rejected the demand as blackmail.",
            "Sudmark",
            {"not sudmark.lift_tariff": "stated"},
        ),
        (
            "Norland proposed a joint patrol, an idea Sudmark rejected.",
            "Norland",
            {"norland.joint_patrol": "stated"},
        ),
        (
            "Norland proposed a joint patrol, an idea Sudmark rejected.",
            "Sudmark",
            {"not norland.joint_patrol": "stated"},
        ),
        (
            "Norland proposed a joint patrol, an idea that was quickly embraced by Sudmark.",
            "Sudmark",
            {"norland.joint_patrol": "stated"},
        ),
        (
            "Norland urged Sudmark to free the crew. Sudmark's minister said it would not free "
            "them.",
            "Sudmark",
            {"not sudmark.free_crew": "stated"},
        ),
        (
            "Norland said it would close the lock. “We will shut it unless Sudmark frees the "
            "pilots,” its premier said.",
            "Norland",
            {
                "norland.close_lock": "stated",
                "norland.close_lock unless sudmark.free_pilots": "inferred",
                "sudmark.free_pilots": "inferred",
            },
        ),
        (
            "Norland said not a single soldier would leave the island.",
            "Norland",
            {"not norland.leave_island": "stated"},
        ),
        (
            "Norland would lift the ban only if Sudmark reinstated the envoys expelled in May, "
            "its minister said.",
            "Norland",
            {
                "norland.lift_ban only if sudmark.reinstate_envoys": "stated",
                "sudmark.reinstate_envoys": "inferred",
            },
        ),
        (
            "Norland offered to re-open the border if Sudmark lifted the levy.",
            "Norland",
            {
                "norland.re_open_border if sudmark.lift_levy": "stated",
                "sudmark.lift_levy": "inferred",
            },
        ),
        (
            "The Harbour Union demanded a pay rise of nine per cent. Harbour Lines rejected the"
            " demand.",
            "Harbour Lines",
            {"not harbour_lines.pay_rise_nine_per": "stated"},
        ),
        (
            "Norland's demand for checks at Osk was rejected by Sudmark.",
            "Sudmark",
            {"not sudmark.checks": "stated"},
        ),
        (
            "Norland's demand for a crackdown on smugglers at Osk was rejected by Sudmark.",
            "Norland",
            {"sudmark.crackdown_smugglers": "stated"},
        ),
        (
            "Sudmark must open the lock or Norland will close the harbour, Norland's foreign "
            "minister said.",
            "Norland",
            {
                "norland.close_harbour unless sudmark.open_lock": "inferred",
                "sudmark.open_lock": "inferred",
            },
        ),
        (
            "Norland demanded that Sudmark return the boats and has threatened to close its ports.",
            "Norland",
            {"sudmark.return_boats": "stated", "norland.close_ports": "inferred"},
        ),
        (
            "The boats will not be freed, Norland's trade minister said, until Sudmark reopens the "
            "lock.",
            "Norland",
            {
                "not norland.free_boats unless sudmark.reopen_lock": "stated",
                "sudmark.reopen_lock": "inferred",
            },
        ),
        (
            "Norland promised to send more guards to Ostland if Sudmark attacked the island.",
            "Norland",
            {
                "norland.send_more_guards_ostland if sudmark.attack_island": "stated",
                "not sudmark.attack_island": "inferred",
            },
        ),
        (
            "“We cannot sign the treaty as long as Sudmark does not open its lock,” Norland's "
            "foreign minister said.",
            "Norland",
            {
                "not norland.sign_treaty if not sudmark.open_lock": "stated",
                "sudmark.open_lock": "inferred",
            },
        ),
        (
            "Norland threatened to resume its raids if Sudmark does not free the sailors.",
            "Norland",
            {
                "norland.resume_raids if not sudmark.free_sailors": "inferred",
                "sudmark.free_sailors": "inferred",
            },
        ),
        (
            "Norland said it would close the harbour if Sudmark accepted the missiles.",
            "Norland",
            {
                "norland.close_harbour if sudmark.accept_missiles": "inferred",
                "not sudmark.accept_missiles": "inferred",
            },
        ),
        (
            "Norland will tighten its controls only if Sudmark scraps its tariff, its foreign "
            "minister said.",
            "Norland",
            {
                "norland.tighten_controls only if sudmark.scrap_tariff": "stated",
                "sudmark.scrap_tariff": "inferred",
            },
        ),
        (
            "Norland will have no choice but to close its ports if Sudmark halts the ferry, its "
            "foreign ministry said.",
            "Norland",
            {
                "norland.close_ports if sudmark.halt_ferry": "inferred",
                "not sudmark.halt_ferry": "inferred",
            },
        ),
        (
            "Norland warned Sudmark that it would strike if it attacked again.",
            "Norland",
            {"norland.strike if sudmark.attack": "inferred", "not sudmark.attack": "inferred"},
        ),
        (
            "Norland warned Sudmark that it would face new fines if it closed the lock.",
            "Norland",
            {},
        ),
        (
            "Norland gave Sudmark until Friday to free the sailors or face a port ban.",
            "Norland",
            {"sudmark.free_sailors": "stated"},
        ),
        (
            "Norland opposes the plan, saying it would give Sudmark a harbour.",
            "Norland",
            {},
        ),
        (
            "Norland would quit the pact rather than accept the toll, its minister said.",
            "Norland",
            {"norland.quit_pact": "stated", "not norland.accept_toll": "stated"},
        ),
        (
            "Norland would sign the pact if Sudmark pledged not to attack the island, it said.",
            "Norland",
            {
                "norland.sign_pact if not sudmark.attack_island": "stated",
                "not sudmark.attack_island": "inferred",
            },
        ),
        (
            "The Ferry Workers Union threatened to strike if Norland fails to raise wages.",
            "Ferry Workers Union",
            {
                "ferry_workers_union.strike if not norland.raise_wages": "inferred",
                "norland.raise_wages": "inferred",
            },
        ),
        (
            "Norland said Sudmark had to free the sailors before it would open the lock.",
            "Norland",
            {
                "sudmark.free_sailors": "stated",
                "norland.open_lock only if sudmark.free_sailors": "stated",
            },
        ),
        (
            "Norland warned Sudmark not to build the dam, or it would close the harbour.",
            "Norland",
            {
                "not sudmark.build_dam": "stated",
                "norland.close_harbour if sudmark.build_dam": "inferred",
            },
        ),
        (
            "Norland told Sudmark to free the sailors or its army would attack.",
            "Norland",
            {
                "sudmark.free_sailors": "stated",
                "norland.attack unless sudmark.free_sailors": "inferred",
            },
        ),
        (
            "The Ferry Workers Union called on Norland to raise wages or it would strike.",
            "Ferry Workers Union",
            {
                "norland.raise_wages": "stated",
                "ferry_workers_union.strike unless norland.raise_wages": "inferred",
            },
        ),
        (
            "Norland vowed to close the harbour if Sudmark went ahead and built the dam.",
            "Norland",
            {
                "norland.close_harbour if sudmark.build_dam": "inferred",
                "not sudmark.build_dam": "inferred",
            },
        ),
        (
            "Norland will be forced to close the harbour if Sudmark builds the dam, it said.",
            "Norland",
            {
                "norland.close_harbour if sudmark.build_dam": "inferred",
                "not sudmark.build_dam": "inferred",
            },
        ),
        (
            "Norland would respond by closing the harbour if Sudmark built the dam, it said.",
            "Norland",
            {
                "norland.close_harbour if sudmark.build_dam": "inferred",
                "not sudmark.build_dam": "inferred",
            },
        ),
        (
            "Norland said it reserved the right to close the harbour if Sudmark built the dam.",
            "Norland",
            {
                "norland.close_harbour if sudmark.build_dam": "inferred",
                "not sudmark.build_dam": "inferred",
            },
        ),
        (
            "If Sudmark keeps the lock open, Norland will pay, and if it does not, Norland will "
            "cut its aid, Norland's minister said.",
            "Norland",
            {
                "norland.pay if sudmark.keep_lock_open": "stated",
                "sudmark.keep_lock_open": "inferred",
                "norland.cut_aid if not sudmark.keep_lock_open": "inferred",
            },
        ),
        (
            "Norland said it would stay on the board as long as Sudmark respected the truce.",
            "Norland",
            {
                "norland.stay_board only if sudmark.respect_truce": "stated",
                "sudmark.respect_truce": "inferred",
            },
        ),
        (
            "Talks can resume only once Sudmark opens the lock, Norland's minister said.",
            "Norland",
            {"sudmark.open_lock": "inferred"},
        ),
        (
            "Norland put forward a plan under which Sudmark would free the sailors and Ostland "
            "would open the lock. Ostland is a kingdom.",
            "Norland",
            {"sudmark.free_sailors": "stated", "ostland.open_lock": "stated"},
        ),
        (
            "Norland accepted a deal under which it would open the lock.",
            "Norland",
            {"norland.open_lock": "stated"},
        ),
        (
            "Norland demanded on Monday that Sudmark free six sailors seized near the island.",
            "Norland",
            {"sudmark.free_six_sailors": "stated"},
        ),
        (
            "Norland said it would drop the motion if Sudmark shelved its plan.",
            "Norland",
            {
                "norland.drop_motion if sudmark.shelve_plan": "stated",
                "sudmark.shelve_plan": "inferred",
            },
        ),
        (
            "Norland rejected an offer from Sudmark to open the lock.",
            "Norland",
            {"not sudmark.open_lock": "stated"},
        ),
        (
            "Norland has neither accepted nor rejected the toll.",
            "Norland",
            {},
        ),
        (
            "Norland's foreign minister said his government would not be bullied.",
            "Norland",
            {},
        ),
        (
            "Norland demanded that Sudmark free the sailors before it would open the lock.",
            "Norland",
            {"sudmark.free_sailors": "stated"},
        ),
        (
            "Norland said it would close its ports after Sudmark refused to release two boats.",
            "Norland",
            {"norland.close_ports": "stated"},
        ),
        (
            "Norland will sign the treaty if Sudmark does not move the border, its envoy said.",
            "Norland",
            {
                "norland.sign_treaty if not sudmark.move_border": "stated",
                "not sudmark.move_border": "inferred",
            },
        ),
        (
            "Norland will not pay the fee if Sudmark does not open the lock, its envoy said.",
            "Norland",
            {
                "not norland.pay_fee if not sudmark.open_lock": "stated",
                "sudmark.open_lock": "inferred",
            },
        ),
        (
            "The ban on barley will remain in force until Sudmark has certified every silo, said "
            "Norland's agriculture minister.",
            "Norland",
            {
                "norland.keep_ban_barley_force unless sudmark.certify_every_silo": "stated",
                "sudmark.certify_every_silo": "inferred",
            },
        ),
        (
            "Norland would lift the ban in return for compensation of 400m crowns from Sudmark, "
            "its minister said.",
            "Norland",
            {
                "norland.lift_ban only if sudmark.compensation_400m_crowns": "stated",
                "sudmark.compensation_400m_crowns": "inferred",
            },
        ),
        (
            "Sudmark called on Norland to open the lock. Norland's minister told Sudmark that the "
            "complaint would be dropped in return for compensation of 400m crowns.",
            "Norland",
            {
                "norland.drop_complaint only if sudmark.compensation_400m_crowns": "stated",
                "sudmark.compensation_400m_crowns": "inferred",
                "norland.open_lock": "unknown",
            },
        ),
        (
            "The Norland Front has denied it. It will leave the pact, its leader, Des Trewin, "
            "said, unless Sudmark publishes the figures.",
            "Norland Front",
            {
                "norland_front.leave_pact unless sudmark.publish_figures": "inferred",
                "sudmark.publish_figures": "inferred",
            },
        ),
        (
            "General Osk commands the army. If Sudmark closed the road, General Osk told her "
            "officers, her engineers would blow up the bridge.",
            "Osk",
            {
                "osk.blow_up_bridge if sudmark.close_road": "inferred",
                "not sudmark.close_road": "inferred",
            },
        ),
        (
            "Norland said it would keep its troops in the valley as long as Sudmark held the pass.",
            "Norland",
            {
                "norland.keep_troops only if sudmark.hold_pass": "stated",
                "not sudmark.hold_pass": "inferred",
            },
        ),
        (
            "Norland said it would maintain the truce as long as Sudmark held its fire.",
            "Norland",
            {
                "norland.maintain_truce only if sudmark.hold_fire": "stated",
                "sudmark.hold_fire": "inferred",
            },
        ),
        (
            "Norland would answer any tariff by Sudmark with a levy on wine, its minister said.",
            "Norland",
            {"norland.answer_any_tariff_levy": "unknown"},
        ),
        (
            "The prime minister of Norland said it would let the Greens in if the Farmers' Party "
            "left the coalition. The Farmers' Party demanded that Norland cut the fuel tax.",
            "Norland",
            {
                "norland.let_greens if farmers_party.leave_coalition": "stated",
                "not farmers_party.leave_coalition": "inferred",
                "norland.cut_fuel_tax": "unknown",
            },
        ),
        (
            "Norland said it would lift the ban if the levy was frozen. Sudmark refuses to "
            "freeze the levy.",
            "Norland",
            {
                "norland.lift_ban if sudmark.freeze_levy": "stated",
                "sudmark.freeze_levy": "inferred",
            },
        ),
        (
            "Norland and Sudmark met in Osk. Velm will reopen the border if both governments sign "
            "the pact.",
            "Velm",
            {
                "velm.reopen_border if norland.sign_pact and sudmark.sign_pact": "stated",
                "norland.sign_pact": "inferred",
                "sudmark.sign_pact": "inferred",
            },
        ),
        (
            "Norland and Sudmark are at war. Velm called on both armies to hold their fire.",
            "Velm",
            {"norland.hold_fire": "stated", "sudmark.hold_fire": "stated"},
        ),
        (
            "Norland and Sudmark are at odds over the river. Velm will impose a limit unless the "
            "two provinces settle their dispute.",
            "Velm",
            {
                "velm.impose_limit unless norland.settle_dispute and sudmark.settle_dispute": (
                    "inferred"
                ),
                "norland.settle_dispute": "inferred",
                "sudmark.settle_dispute": "inferred",
            },
        ),
        (
            "Norland and Sudmark met in Osk. Tarn and Bossa did not come. Velm will reopen the "
            "border if both governments sign the pact.",
            "Velm",
            {"velm.reopen_border": "unknown"},
        ),
        (
            "Norland and Sudmark met in Osk. Norland will reopen the border if both governments "
            "sign the pact.",
            "Norland",
            {"norland.reopen_border": "unknown"},
        ),
        (
            "Sudmark urged Tarn to release the grain. Norland wants a share of the grain. Norland "
            "said it would close the port.",
            "Norland",
            {"norland.close_port": "stated"},
        ),
        (
            "Norland told Sudmark it would close the locks if the water was cut off. Sudmark urged "
            "Norland to open the locks. Norland wants Sudmark to pay its dues.",
            "Norland",
            {
                "norland.close_locks if sudmark.cut_water_off": "inferred",
                "not sudmark.cut_water_off": "inferred",
                "norland.open_locks": "unknown",
                "sudmark.pay_dues": "stated",
            },
        ),
        (
            "Norland will not let inspectors check the lock until Sudmark frees the crew, its "
            "premier said.",
            "Norland",
            {
                "not norland.let_inspectors_check_lock unless sudmark.free_crew": "stated",
                "sudmark.free_crew": "inferred",
            },
        ),
        (
            "Norland asked Sudmark to free the crew and said it would close the lock if Sudmark "
            "refused.",
            "Norland",
            {
                "sudmark.free_crew": "stated",
                "norland.close_lock if not sudmark.free_crew": "inferred",
            },
        ),
        (
            "Norland urged Sudmark not to sell the ships. It would close the lock if Sudmark "
            "said no, it said.",
            "Norland",
            {
                "not sudmark.sell_ships": "stated",
                "norland.close_lock if sudmark.sell_ships": "inferred",
            },
        ),
        (
            "Norland is ready to free the crew, something Sudmark has long asked for, provided "
            "that Sudmark lifts the ban.",
            "Norland",
            {
                "norland.free_crew only if sudmark.lift_ban": "stated",
                "sudmark.lift_ban": "inferred",
            },
        ),
        (
            "The Hill Farmers' Federation threatened to block the road should a single well be "
            "sealed by Norland.",
            "Hill Farmers' Federation",
            {
                "hill_farmers_federation.block_road if norland.seal_single_well": "inferred",
                "not norland.seal_single_well": "inferred",
            },
        ),
        (
            "Sudmark must free the pilots, Norland's minister said. Otherwise, she added, Norland "
            "would close the lock.",
            "Norland",
            {
                "sudmark.free_pilots": "stated",
                "norland.close_lock if not sudmark.free_pilots": "inferred",
            },
        ),
        (
            "Norland said Sudmark must withdraw its ships. Failing that, it would close the lock.",
            "Norland",
            {
                "sudmark.withdraw_ships": "stated",
                "norland.close_lock if not sudmark.withdraw_ships": "inferred",
            },
        ),
        (
            "Norland demanded a pay rise. Otherwise it would close the lock, it said.",
            "Norland",
            {"norland.close_lock": "unknown"},
        ),
        (
            "“Withdraw your ships and we will lift the ban,” Norland's premier told Sudmark.",
            "Norland",
            {
                "norland.lift_ban if sudmark.withdraw_ships": "stated",
                "sudmark.withdraw_ships": "inferred",
            },
        ),
        (
            "“If you free our pilots, we will lift the ban,” Norland's premier told Sudmark.",
            "Norland",
            {
                "norland.lift_ban if sudmark.free_norland_s_pilots": "stated",
                "sudmark.free_norland_s_pilots": "inferred",
            },
        ),
        (
            "“If you free our pilots, we will lift the ban,” Norland's premier told reporters.",
            "Norland",
            {"norland.lift_ban": "unknown"},
        ),
        (
            "Norland's minister said the government was willing to scrap the subsidies if Sudmark "
            "agreed to open the lock.",
            "Norland",
            {
                "norland.scrap_subsidies if sudmark.open_lock": "stated",
                "sudmark.open_lock": "inferred",
            },
        ),
        (
            "The union's boycott would stay in place until the ministry raised pay, its leader "
            "said.",
            "the union",
            {
                "union.keep_union_s_boycott_place unless government.raise_pay": "stated",
                "government.raise_pay": "inferred",
            },
        ),
        (
            "In exchange for the withdrawal of Sudmark's ships, Norland offered to open the lock.",
            "Norland",
            {
                "norland.open_lock only if sudmark.withdrawal_sudmark_s_ships": "stated",
                "sudmark.withdrawal_sudmark_s_ships": "inferred",
            },
        ),
        (
            "Talks collapsed on Friday, with Sudmark demanding the return of the island and "
            "Norland refusing to withdraw its ships.",
            "Norland",
            {"not norland.withdraw_ships": "stated"},
        ),
        (
            "Norland wants Sudmark to withdraw its ships and is threatening to close the lock.",
            "Norland",
            {"sudmark.withdraw_ships": "stated", "norland.close_lock": "inferred"},
        ),
        (
            "Sudmark must free the crew, Norland's premier said. Only then would it lift the ban.",
            "Norland",
            {
                "sudmark.free_crew": "stated",
                "norland.lift_ban only if sudmark.free_crew": "stated",
            },
        ),
        (
            "Norland said it would lift the ban if Sudmark freed the crew, and if not, it would "
            "close the lock.",
            "Norland",
            {
                "norland.lift_ban if sudmark.free_crew": "stated",
                "sudmark.free_crew": "inferred",
                "norland.close_lock if not sudmark.free_crew": "inferred",
            },
        ),
        (
            "Norland wants Sudmark to free the crew and in return is offering to lift the ban.",
            "Norland",
            {
                "sudmark.free_crew": "stated",
                "norland.lift_ban if sudmark.free_crew": "stated",
            },
        ),
        (
            "Norland offered to lift the ban and in return demanded that Sudmark free the crew.",
            "Norland",
            {
                "norland.lift_ban if sudmark.free_crew": "stated",
                "sudmark.free_crew": "stated",
            },
        ),
        (
            "Norland made the release of the crew conditional on Sudmark lifting the ban.",
            "Norland",
            {
                "norland.release_crew only if sudmark.lift_ban": "stated",
                "sudmark.lift_ban": "inferred",
            },
        ),
        (
            "Norland's minister signalled a way out: Norland would lift the ban if Sudmark freed "
            "the crew.",
            "Norland",
            {"norland.lift_ban if sudmark.free_crew": "stated", "sudmark.free_crew": "inferred"},
        ),
        (
            "Norland said there would be no talks until Sudmark had freed the crew.",
            "Norland",
            {
                "not norland.hold_talks unless sudmark.free_crew": "stated",
                "sudmark.free_crew": "inferred",
            },
        ),
        (
            "Norland refuses to lift the ban and will not join the talks as long as Sudmark's "
            "ships remain in the bay.",
            "Norland",
            {
                "not norland.lift_ban": "stated",
                "not norland.join_talks if sudmark.sudmark_s_ships_remain_bay": "stated",
            },
        ),
        ("Norland's minister said Sudmark owed nobody an answer.", "Norland", {}),
        ("Norland's bank warned that the peg would swallow its reserves.", "Norland", {}),
    ],
)
def test_what_is_wanted_on_which_condition(text: str, party: str, wanted: dict[str, str]) -> None:
    assert wants(drafted(text), party) == wanted


def test_where_two_met_is_neither_of_both_sides() -> None:
    made = drafted(
        "The Norland government and the Sudmark government met in Osk. Velm urged both sides to "
        "sign the pact."
    )
    assert {o.id for o in made.conflict.options} == {"norland.sign_pact", "sudmark.sign_pact"}


def test_to_whom_a_thing_would_be_sold_does_not_sell_it() -> None:
    made = drafted(
        "The Osk council opposes selling the land to Harbour Lines. Harbour Lines wants to buy "
        "the land."
    )
    assert "harbour_lines.sell_land" not in {o.id for o in made.conflict.options}


@pytest.mark.parametrize(
    ("told", "options"),
    [
        (
            "The Norland miners' union said it would call a general strike if Velm closed the "
            "mine. The Norland miners' union vowed to bring the country to a standstill with a "
            "general strike if Velm closed the mine.",
            {"norland_miners_union.call_general_strike", "velm.close_mine"},
        ),
        (
            "Norland said it would close the Osk crossing if Sudmark kept the levy. Norland will "
            "shut it on Monday, the Norland minister said.",
            {"norland.close_osk_crossing", "sudmark.keep_levy"},
        ),
        (
            "Norland said it would scrap the export ban if Sudmark paid its dues. Norland promised "
            "on Tuesday to drop the measure if Sudmark paid its dues.",
            {"norland.scrap_export_ban", "sudmark.pay_dues"},
        ),
        (
            "Norland said it would scrap the export ban if Sudmark paid its dues. Norland will "
            "lift the levy, its premier said. Norland promised on Tuesday to drop the measure if "
            "Sudmark paid its dues.",
            {
                "norland.scrap_export_ban",
                "norland.lift_levy",
                "norland.drop_measure",
                "sudmark.pay_dues",
            },
        ),
    ],
)
def test_words_that_point_name_the_one_act_that_is_told(told: str, options: set[str]) -> None:
    assert {o.id for o in drafted(told).conflict.options} == options


@pytest.mark.parametrize(
    "event",
    [
        "the river rose above two metres",
        "the water table at Osk dropped below the 1976 mark",
        "the drought went on",
        "prices fell",
    ],
)
def test_what_befalls_all_is_no_option_of_anybody(event: str) -> None:
    made = drafted(
        f"Norland told Sudmark it would close the locks if {event}. Sudmark urged Norland to open "
        "the locks. Norland wants Sudmark to pay its dues."
    )
    assert {o.id for o in made.conflict.options} == {
        "norland.close_locks",
        "norland.open_locks",
        "sudmark.pay_dues",
    }


def test_both_measures_are_not_taken_for_those_of_whom_a_side_deals_with() -> None:
    made = drafted(
        "Norland urged Sudmark to release the grain. Tarn closed the crossing and slapped a levy "
        "on lorries. Sudmark wants both measures reversed. Sudmark asked Norland to wait."
    )
    assert {o.id for o in made.conflict.options} == {"sudmark.release_grain"}


def test_what_is_sure_to_be_done_is_not_refused() -> None:
    made = drafted("Norland said it would not hesitate to close the harbour.")
    assert wants(made, "Norland") == {"norland.close_harbour": "stated"}


@pytest.mark.parametrize(
    ("told", "want"),
    [
        ("Armenia and Azerbaijan agreed to reopen the border.", "{}.reopen_border"),
        ("Armenia and Azerbaijan want Norland to reopen the harbour.", "norland.reopen_harbour"),
        (
            "Armenia and Azerbaijan said they would lift the ban if Norland freed the crew.",
            "{}.lift_ban if norland.free_crew",
        ),
    ],
)
def test_two_countries_that_say_a_thing_together_each_want_it(told: str, want: str) -> None:
    made = drafted(told)
    for party in ("Armenia", "Azerbaijan"):
        assert wants(made, party)[want.format(party.lower())] == "stated"


def test_what_two_unknown_names_say_together_is_nobodys() -> None:
    made = drafted("The guild and Marl Stores said they would reopen the quay.")
    assert not made.conflict.options


def test_what_is_agreed_to_needs_no_second_verb() -> None:
    made = drafted("Norland said it would agree to a truce if Sudmark withdrew its troops.")
    assert owners(made) == {"agree to a truce": "Norland", "withdraw its troops": "Sudmark"}


def test_sanctions_threatened_are_of_who_threatens() -> None:
    made = drafted("Norland threatened Sudmark with sanctions unless it lifts the levy.")
    assert owners(made) == {"sanctions": "Norland", "lift the levy": "Sudmark"}
    assert "sudmark.lift_levy" in wants(made, "Norland")


def test_who_is_told_to_have_done_a_thing_would_undo_it() -> None:
    made = drafted(
        "Norland imposed a levy on lorries on Monday.",
        "Sudmark wants the levy scrapped. Velm urged Sudmark to reopen the border.",
    )
    assert wants(made, "Sudmark")["norland.scrap_levy"] == "stated"
    asked = [q.text for q in made.conflict.open_questions if q.about == "norland.scrap_levy"]
    assert any("“Norland imposed a levy on lorries on Monday”" in text for text in asked)


def test_two_who_are_told_to_have_done_it_leave_open_who_would_undo_it() -> None:
    made = drafted(
        "Norland imposed a levy on lorries on Monday. Velm imposed a levy on lorries on Tuesday. "
        "Sudmark wants the levy scrapped."
    )
    assert wants(made, "Sudmark") == {}


@pytest.mark.parametrize(
    "told",
    [
        "Norland asked Sudmark for two more months to move its boats.",
        "Norland said the border was not up for negotiation.",
        "Norland rejected the suggestion that it wanted the lock shut.",
        "Norland said it was for the courts to decide.",
    ],
)
def test_what_nobody_would_take_or_leave_is_no_option(told: str) -> None:
    made = drafted(f"{told} Sudmark urged Norland to open the lock.")
    labels = {o.label for o in made.conflict.options}
    assert labels <= {"open the lock", "two more months"}


def test_a_suggestion_to_do_it_is_refused() -> None:
    made = drafted("Norland rejected the suggestion that it withdraw its boats.")
    assert wants(made, "Norland") == {"not norland.withdraw_boats": "stated"}


def test_crews_of_a_company_are_of_the_union_that_speaks_for_them() -> None:
    made = drafted(
        "Crews of Blue Star Ferries will stay ashore until the company reinstates nine stewards, "
        "the Seafarers' League said."
    )
    assert wants(made, "Seafarers' League") == {
        "seafarers_league.stay_ashore unless blue_star_ferries.reinstate_nine_stewards": "stated",
        "blue_star_ferries.reinstate_nine_stewards": "inferred",
    }


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("reinstate nine sacked stewards", "reinstate the stewards"),
        ("take in 500 refugees", "receive 500 refugees"),
        ("fit new filters", "install filters"),
        ("close its ports to rescue ships", "shut its harbours to rescue vessels"),
        ("let inspectors into the plant", "admit the inspectors"),
        ("cut off the gas", "stop gas supplies"),
        ("sack the board", "dismiss the board"),
        ("expel the Kenyan envoy", "throw out Kenya's envoy"),
        ("sign the declaration", "put its name to the declaration"),
        ("withdraw its patrol boats", "pull its patrol boats out of the bay"),
        ("halt the tests", "interrupt the tests"),
    ],
)
def test_one_act_in_other_words_is_one_option(asked: str, answer: str) -> None:
    made = drafted(f"Sudmark called on Norland to {asked}. Norland refused to {answer}.")
    (option,) = made.conflict.options
    assert wants(made, "Sudmark") == {option.id: "stated"}
    assert wants(made, "Norland") == {f"not {option.id}": "stated"}


def test_all_of_them_may_be_others_than_some() -> None:
    made = drafted(
        "Sudmark called on Norland to free 120 captives. Norland offered to free 20 captives. "
        "Velm urged Norland to free the captives."
    )
    labels = {o.label for o in made.conflict.options}
    assert labels == {"free 120 captives", "free 20 captives", "free the captives"}


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (
            "Norland will not pay the fee until Sudmark takes back the boats seized in Osk or "
            "Velm, its minister said.",
            {
                "not norland.pay_fee unless sudmark.take_back_boats": "stated",
                "sudmark.take_back_boats": "inferred",
            },
        ),
        (
            "Norland called on Sudmark to pay the fee. If Sudmark does not, Norland will withhold "
            "its aid, its minister said.",
            {
                "sudmark.pay_fee": "stated",
                "norland.withhold_aid if not sudmark.pay_fee": "inferred",
            },
        ),
        (
            "Sudmark demanded that Norland suspend the licence. Norland rejected the demand within "
            "hours.",
            {"not norland.suspend_licence": "stated"},
        ),
    ],
)
def test_what_stands_around_a_condition_or_an_answer(told: str, wanted: dict[str, str]) -> None:
    assert wants(drafted(told), "Norland") == wanted


@pytest.mark.parametrize(
    ("asked", "labels"),
    [
        ("send police to clear the gate", {"send police"}),
        ("send its boats home and to open the lock", {"send its boats home", "open the lock"}),
    ],
)
def test_what_an_act_is_for_is_no_act_beside_it(asked: str, labels: set[str]) -> None:
    made = drafted(f"Norland urged Sudmark to {asked}.")
    assert {o.label for o in made.conflict.options} == labels
