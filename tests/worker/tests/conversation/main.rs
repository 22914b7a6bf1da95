//! Conversations with a Worker whose upstreams are well.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a case that cannot go on says why and stops")]

mod code;
mod door;
mod guessing;
mod main_job;
mod markup;
mod person;
mod proxy;
mod refusal;
mod replay;
mod rise;

use worker_tests::{Order, Setting, case, cases};

fn main() {
    let cases = cases![
        main_job::an_order_is_told_after_its_number_and_then_its_email,
        main_job::number_and_email_in_one_message_are_enough,
        main_job::a_postcode_proves_an_order_as_an_email_does,
        main_job::a_wrong_email_is_answered_like_an_unknown_order,
        main_job::a_proven_order_is_not_asked_for_twice,
        main_job::products_come_from_the_catalog_with_price_and_variants,
        main_job::the_page_says_which_product_is_meant,
        main_job::the_return_policy_is_quoted_with_its_page,
        person::a_person_gets_the_conversation_with_everything_known,
        person::the_assistant_stays_silent_once_a_person_was_asked_for,
        person::what_a_shopper_adds_reaches_the_merchant_too,
        person::asking_twice_hands_over_once,
        person::asking_in_words_hands_over_too,
        person::an_offer_is_taken_with_a_yes,
        person::a_vip_is_answered_and_gets_a_person,
        proxy::a_signed_in_customer_is_known_by_the_shops_word,
        proxy::a_visitor_who_is_not_signed_in_is_nobody,
        proxy::what_the_shop_did_not_sign_is_refused,
        proxy::a_pass_of_another_conversation_or_origin_says_nothing,
        proxy::a_pass_that_was_shown_before_says_nothing,
        proxy::after_signing_out_nothing_is_shown_and_a_hello_without_a_pass_changes_nothing,
        proxy::another_customer_is_sent_to_a_conversation_of_their_own,
        code::a_change_is_confirmed_by_a_code_before_a_person_makes_it,
        code::a_fourth_code_within_an_hour_is_not_sent,
        proxy::a_customer_finds_the_open_conversation_on_another_device,
        proxy::a_customer_hears_of_their_own_order_and_of_nobody_elses,
        rise::who_noted_the_token_before_a_sign_in_reads_no_further,
        rise::who_noted_the_token_before_an_order_was_proven_reads_no_further,
        rise::tabs_of_one_browser_go_on_with_the_new_token,
        rise::a_page_of_the_customers_without_the_new_token_enters_by_its_pass,
        rise::a_page_that_is_left_between_line_and_answer_comes_back_from_its_network,
        guessing::the_sixth_wrong_claim_from_one_network_is_not_compared,
        guessing::the_sixth_wrong_claim_on_one_order_is_not_compared,
        guessing::claims_that_hold_are_not_counted,
        replay::hello_gives_exactly_the_later_messages,
        replay::a_second_tab_sees_everything_live,
        replay::a_line_sent_again_is_kept_once,
        replay::a_tab_that_says_hello_again_misses_nothing,
        replay::the_ninth_tab_ends_the_oldest,
        replay::sockets_of_strangers_end_no_tab,
        refusal::frames_that_mean_nothing_are_refused_and_the_socket_lives,
        refusal::a_refused_line_is_named_so_that_it_can_be_mended,
        refusal::the_21st_line_in_a_minute_has_to_wait,
        refusal::nothing_is_told_before_a_hello_with_the_right_token,
        refusal::strangers_hear_nothing_and_close_no_tab,
        markup::lines_come_back_exactly_as_they_were_sent,
        markup::a_hand_off_carries_markup_as_text_and_the_merchants_page_escapes_it,
        markup::a_chat_channels_summary_holds_no_markup,
        markup::a_product_title_with_markup_is_plain_text,
        markup::an_order_note_with_markup_reaches_nobody,
        door::a_worker_that_is_well_says_so,
        door::a_page_of_the_shop_may_open_a_conversation_and_read_the_answer,
        door::a_page_of_another_origin_gets_nothing_and_may_not_even_read_that,
        door::addresses_that_are_none_say_so,
        door::an_id_that_nobody_minted_opens_no_socket,
        door::too_many_conversations_from_one_address_are_refused,
        door::a_body_that_is_too_large_is_refused,
        door::only_the_merchant_reads_hand_offs,
    ];
    case::run(Setting::named("conversation"), Order::SideBySide, cases);
}
